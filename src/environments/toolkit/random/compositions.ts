import type { Random } from "./random.ts";

/**
 * `partCount` positive integers with the sum `total`, every such sequence equally likely: the gaps
 * between uniformly chosen different cut points.
 * @throws RangeError if there is no such sequence
 */
export function randomComposition(total: number, partCount: number, random: Random): number[] {
  const cuts = random.distinctIntegers(partCount - 1, 1, total - 1).sort((a, b) => a - b);
  return [...cuts, total].map((cut, index) => cut - (index === 0 ? 0 : cuts[index - 1]));
}
