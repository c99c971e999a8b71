/**
 * The values after `amount` is added to every element of each interval `[left, right]`, both ends
 * included and counted from `from`; an interval that occurs twice counts twice. O(values +
 * intervals), by differences of neighbours.
 */
export function addToIntervals(
  values: readonly number[],
  intervals: readonly (readonly number[])[],
  amount: number,
  from = 0,
): number[] {
  const steps = new Float64Array(values.length + 1);
  for (const [left, right] of intervals) {
    steps[left - from] += amount;
    steps[right - from + 1] -= amount;
  }
  let added = 0;
  return values.map((value, index) => {
    added += steps[index];
    return value + added;
  });
}
