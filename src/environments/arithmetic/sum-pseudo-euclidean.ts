import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { quotientBlocks } from "../toolkit/numbers/quotient-blocks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every solution within a second. */
const LARGEST_N = 10_000_000;

const Parameters = z.object({ MAX_N: sizeFrom(5, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(5, LARGEST_N),
  reference_answer: integerFrom(0),
});

/** At level 0 N is always 5, with the answer 6; at level 1 it is 5, 6 or 7. */
export const sumPseudoEuclidean = defineEnvironment({
  id: "SumPseudoEuclidean",
  title: "Steps of a doubling-subtraction recursion",
  summary: "Sum the step counts of a subtract-and-double recursion over all pairs (i, j) up to N.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 5 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(5, MAX_N);
    return { MAX_N, N, reference_answer: sumByBlocks({ N }) };
  },

  prompt: ({ N }) =>
    `Two positive integers a and b are changed in steps. As long as they differ, a step subtracts the smaller one from the larger one and doubles the smaller one: a pair (a, b) with a > b becomes (a − b, 2b), and one with a < b becomes (2a, b − a). When a = b, the process ends.

Let f(a, b) be the number of steps from (a, b) to the end, and 0 if the process never ends. So f(2, 2) = 0, f(1, 3) = 1 as (1, 3) becomes (2, 2), and f(1, 2) = 0 as (1, 2) becomes (2, 1), then (1, 2) again and so on.

What is the sum of f(i, j) over all pairs of integers i and j with 1 ≤ i ≤ ${N} and 1 ≤ j ≤ ${N}?

Answer with the sum as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, sumDirectly),
});

/**
 * A step keeps a + b, and modulo it doubles both numbers; so the process ends exactly when (a + b) / g,
 * g the gcd, is a power 2^k, and then after k − 1 steps. The larger of a/g and b/g is an odd l below
 * 2^k and, but for 1, above 2^(k − 1), and g is up to N / l: the sum is 2 · Σ ⌊log₂ l⌋ · ⌊N/l⌋ over odd
 * l. O(√N log N).
 */
function sumByBlocks({ N }: { N: number }): number {
  let sum = 0;
  for (const [first, last] of quotientBlocks(N, N)) {
    sum += Math.floor(N / first) * (sumOfLogarithms(last) - sumOfLogarithms(first - 1));
  }
  return 2 * sum;
}

/** Σ ⌊log₂ l⌋ over the odd l from 1 to n. */
function sumOfLogarithms(n: number): number {
  let sum = 0;
  for (let [exponent, power] = [1, 2]; power < n; exponent++, power *= 2) {
    // The odd numbers from `power` to the next power or n.
    sum += exponent * Math.floor((Math.min(n, 2 * power - 1) - power + 1) / 2);
  }
  return sum;
}

/** The same sum, one odd l after the other. O(N). */
function sumDirectly({ N }: { N: number }): number {
  let sum = 0;
  for (let l = 1; l <= N; l += 2) sum += (31 - Math.clz32(l)) * Math.floor(N / l);
  return 2 * sum;
}
