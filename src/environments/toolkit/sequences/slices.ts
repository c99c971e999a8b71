import { findIncreasingFault } from "../faults/increasing-indices.ts";
import { formatFigure } from "../text/figures.ts";

/**
 * Why a list of last indices does not cut the sequence `from`..`from + count − 1` into consecutive
 * non-empty batches, as a reason; undefined if it does.
 */
export function findSliceFault(
  ends: readonly number[],
  count: number,
  from = 0,
): string | undefined {
  const fault = findIncreasingFault(ends, count, from);
  if (fault !== undefined) return fault;
  const last = from + count - 1;
  const end = ends.at(-1);
  if (end === undefined) return "no batch is given";
  return end === last ? undefined : `the last batch ends at ${formatFigure(end)}, not at ${last}`;
}

/**
 * The sums of the batches that the last indices `ends` cut a sequence indexed from `from` into.
 * @throws RangeError if an end lies beyond the sequence, which may be shorter than it is said to be
 */
export function sliceSums(values: readonly number[], ends: readonly number[], from = 0): number[] {
  let position = 0;
  return ends.map((end) => {
    if (end - from >= values.length) throw new RangeError(`no element at ${end}`);
    let total = 0;
    for (; position <= end - from; position++) total += values[position];
    return total;
  });
}

/**
 * The ends, counted from 1, of the batches of a sequence of `count` elements, where `startOfLast`
 * says for each end how many elements come before the batch that ends there (at index 0: ignored).
 */
export function traceEnds(startOfLast: readonly number[], count: number): number[] {
  const ends: number[] = [];
  for (let end = count; end > 0; end = startOfLast[end]) ends.push(end);
  return ends.reverse();
}
