/** The sums of the first 0, 1, …, n of n values: entry `end` minus entry `start` is a slice's sum. */
export function prefixSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const [index, value] of values.entries()) sums.push(sums[index] + value);
  return sums;
}
