import { formatFigure } from "./verdicts.ts";

/**
 * Why a list of indices is not a selection of distinct elements of `from`..`from + count − 1`, as a
 * reason; undefined if it is one.
 */
export function findIndexFault(
  indices: readonly number[],
  count: number,
  from = 0,
): string | undefined {
  const isChosen = new Uint8Array(count);
  for (const index of indices) {
    if (!(index >= from && index < from + count)) {
      return `${formatFigure(index)} is outside ${from}..${from + count - 1}`;
    }
    if (isChosen[index - from] === 1) return `${index} is chosen twice`;
    isChosen[index - from] = 1;
  }
  return undefined;
}

/** Why a list is not a permutation of `from`..`from + count − 1`; undefined if it is one. */
export function findPermutationFault(
  values: readonly number[],
  count: number,
  from = 0,
): string | undefined {
  if (values.length !== count) return `${values.length} numbers instead of ${count}`;
  return findIndexFault(values, count, from);
}
