import { formatFigure } from "../text/figures.ts";

/**
 * Why a list of indices is not a selection of distinct elements of `from`..`from + count − 1`, as a
 * reason; undefined if it is one. Time and memory linear in the list, whatever the count.
 */
export function findIndexFault(
  indices: readonly number[],
  count: number,
  from = 0,
): string | undefined {
  const chosen = new Set<number>();
  for (const index of indices) {
    if (!(index >= from && index < from + count)) {
      return `${formatFigure(index)} is outside ${from}..${from + count - 1}`;
    }
    if (chosen.has(index)) return `${index} is chosen twice`;
    chosen.add(index);
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
