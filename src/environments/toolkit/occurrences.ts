/** How often each value occurs, in the order of first occurrence. */
export function countOccurrences<Value>(values: Iterable<Value>): Map<Value, number> {
  const occurrences = new Map<Value, number>();
  for (const value of values) occurrences.set(value, (occurrences.get(value) ?? 0) + 1);
  return occurrences;
}
