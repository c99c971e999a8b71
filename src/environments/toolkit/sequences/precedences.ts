import type { Random } from "../random/random.ts";
import { inversePermutation } from "./inverse-permutation.ts";

/** A condition on an order: the first element stands before the second. */
export type Precedence = [before: number, after: number];

/**
 * Conditions that an order meets, in random order: for each position after the first, `countAt`
 * says how many different earlier positions, uniformly chosen, get a condition with it.
 */
export function randomPrecedences(
  order: readonly number[],
  countAt: (position: number) => number,
  random: Random,
): Precedence[] {
  const conditions = order.slice(1).flatMap((element, index) => {
    const earlier = random.distinctIntegers(countAt(index + 1), 0, index);
    return earlier.map((position): Precedence => [order[position], element]);
  });
  return random.shuffle(conditions);
}

/** How many of the conditions a permutation of 0..N−1 meets. */
export function countMet(conditions: readonly Precedence[], order: readonly number[]): number {
  const position = inversePermutation(order);
  let met = 0;
  for (const [before, after] of conditions) if (position[before] < position[after]) met++;
  return met;
}
