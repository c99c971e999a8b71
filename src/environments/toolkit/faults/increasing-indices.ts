import { formatFigure } from "../text/figures.ts";

/**
 * Why a list of indices is not a strictly increasing one within `from`..`from + count − 1`, as a
 * reason; undefined if it is one. Stops at the first fault, so after at most count + 1 indices.
 */
export function findIncreasingFault(
  indices: readonly number[],
  count: number,
  from = 0,
): string | undefined {
  const last = from + count - 1;
  let previous = from - 1;
  for (const index of indices) {
    if (!(index >= from && index <= last)) {
      return `${formatFigure(index)} is outside ${from}..${last}`;
    }
    if (index <= previous) return `${index} does not exceed ${previous}, the index before it`;
    previous = index;
  }
  return undefined;
}
