/**
 * The position at which each element of a permutation of `from`, `from + 1`, … stands: entry
 * `element − from` is the index of `element` in `order`.
 */
export function inversePermutation(order: readonly number[], from = 0): number[] {
  const positions = new Array<number>(order.length);
  for (const [position, element] of order.entries()) positions[element - from] = position;
  return positions;
}
