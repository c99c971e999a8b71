/**
 * The least and the greatest of some values, [Infinity, −Infinity] for none. Unlike `Math.min` with
 * spread arguments it has no limit on how many there are.
 */
export function extremes(values: readonly number[]): [least: number, greatest: number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
