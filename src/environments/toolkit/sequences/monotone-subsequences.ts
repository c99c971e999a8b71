/** For each index of a sequence, the best increasing subsequence that ends there. */
export interface IncreasingSubsequences {
  /** Its length, at least 1. */
  readonly length: number[];
  /** The index before this one in it; −1 where this is the first. */
  readonly predecessor: number[];
}

/**
 * The longest increasing subsequence that ends at each index, strictly increasing unless `strict`
 * is false (then equal neighbours are allowed): binary search among the least possible last values
 * of each length ("patience sorting", Fredman 1975), O(n log n).
 */
export function increasingSubsequences(
  values: readonly number[],
  { strict = true } = {},
): IncreasingSubsequences {
  const length: number[] = [];
  const predecessor: number[] = [];
  // lowestEnd[k]: index of the least value that ends an increasing subsequence of length k + 1.
  const lowestEnd: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = lowestEnd.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = values[lowestEnd[middle]];
      if (end < value || (end === value && !strict)) low = middle + 1;
      else high = middle;
    }
    length.push(low + 1);
    predecessor.push(low === 0 ? -1 : lowestEnd[low - 1]);
    lowestEnd[low] = index;
  }
  return { length, predecessor };
}

/** The length of the longest non-decreasing subsequence, O(n log n); 0 for an empty sequence. */
export function longestNonDecreasingLength(values: readonly number[]): number {
  let longest = 0;
  for (const length of increasingSubsequences(values, { strict: false }).length) {
    if (length > longest) longest = length;
  }
  return longest;
}
