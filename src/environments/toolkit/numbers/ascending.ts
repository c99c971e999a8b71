/** The numbers in ascending order, in a new array. */
export function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b);
}
