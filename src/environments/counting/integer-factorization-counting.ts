import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { divisorsOf } from "../toolkit/numbers/factors.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Trial division takes some milliseconds up to here. */
const LARGEST_N = 10 ** 10;

const Parameters = z.object({ MAX_N: sizeFrom(4, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(4, LARGEST_N),
  reference_answer: integerFrom(0),
});

/**
 * Primes and their squares have the answer 0, and most small numbers 0 or 1: that covers 90 % of
 * the problems of level 0, 70 % at level 3 and a third at level 20.
 */
export const integerFactorizationCounting = defineEnvironment({
  id: "IntegerFactorizationCounting",
  title: "Factorizations into distinct factors",
  summary: "Count unordered factorizations of N into two or more distinct integers greater than 1.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 16 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(4, MAX_N);
    return { MAX_N, N, reference_answer: countFactorizations(N) };
  },

  prompt: ({ N }) =>
    `In how many ways can ${N} be written as a product of two or more integers that are all greater than 1 and all different? The order of the factors does not matter.

For example, 688 can be written so in 6 ways: 2·4·86, 2·8·43, 2·344, 4·172, 8·86 and 16·43.

Answer with the number of ways as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, ({ N }: { N: number }) => countByLeastFactor(N, 2) - 1),
});

/**
 * Divisors are taken into the product or not, one after the other (0/1 knapsack on the divisors of
 * N), without the product of N alone. O(√N + d²) for d divisors.
 */
function countFactorizations(N: number): number {
  const divisors = divisorsOf(N);
  const place = new Map(divisors.map((divisor, index) => [divisor, index]));
  const ways = new Array<number>(divisors.length).fill(0);
  ways[0] = 1;
  for (const factor of divisors.slice(1)) {
    for (let index = divisors.length - 1; index > 0; index--) {
      if (divisors[index] % factor !== 0) continue;
      ways[index] += ways[place.get(divisors[index] / factor) ?? 0];
    }
  }
  return ways[divisors.length - 1] - 1;
}

/** Ways to write n by rising factors from `least` on, n alone included, the least factor first. */
function countByLeastFactor(n: number, least: number): number {
  let ways = 1;
  for (let factor = least; factor * (factor + 1) <= n; factor++) {
    if (n % factor === 0) ways += countByLeastFactor(n / factor, factor + 1);
  }
  return ways;
}
