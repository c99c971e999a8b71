import { formatFigure } from "../text/figures.ts";

/** Why some value lies outside `low`..`high`, as a reason; undefined if none does. */
export function findRangeFault(
  values: readonly number[],
  low: number,
  high: number,
): string | undefined {
  const stray = values.find((value) => !(value >= low && value <= high));
  return stray === undefined ? undefined : `${formatFigure(stray)} is outside ${low}..${high}`;
}

/** Why two ends, both included, are no interval within `low`..`high`; undefined if they are. */
export function findIntervalFault(
  [left, right]: readonly number[],
  low: number,
  high: number,
): string | undefined {
  return low <= left && left <= right && right <= high
    ? undefined
    : `${formatFigure(left)} ${formatFigure(right)} is no interval within ${low}..${high}`;
}
