/**
 * How many different values the prefixes of a sequence take when its elements are combined one after
 * the other, beginning with `start`; `combine` gives remainders 0..modulus − 1. O(elements).
 */
export function countPrefixRemainders(
  elements: readonly number[],
  modulus: number,
  start: number,
  combine: (prefix: number, element: number) => number,
): number {
  const isReached = new Uint8Array(modulus);
  let prefix = start;
  let reached = 0;
  for (const element of elements) {
    prefix = combine(prefix, element);
    if (isReached[prefix] === 0) reached++;
    isReached[prefix] = 1;
  }
  return reached;
}
