import { subsets } from "./enumerations.ts";

/** The sum of numbers. */
export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Whether no value is smaller than the one before it. */
export function isNonDecreasing(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || values[index - 1] <= value);
}

/** The length of the longest non-decreasing subsequence, by looking at all subsequences. */
export function longestNonDecreasing(values: readonly number[]): number {
  let longest = 0;
  for (const subsequence of subsets(values)) {
    if (subsequence.length > longest && isNonDecreasing(subsequence)) longest = subsequence.length;
  }
  return longest;
}

/** The batches that the ends, exclusive and counted from 0, cut a sequence into. */
export function toBatches<Value>(values: readonly Value[], ends: readonly number[]): Value[][] {
  return ends.map((end, batch) => values.slice(batch === 0 ? 0 : ends[batch - 1], end));
}
