import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sumOfDivisorCounts } from "../toolkit/numbers/divisor-counts.ts";
import { quotientBlocks } from "../toolkit/numbers/quotient-blocks.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every solution within a second. */
const LARGEST_R = 10 ** 12;

const Parameters = z.object({ MAX_R: sizeFrom(2, LARGEST_R) });
const Instance = instanceOf(Parameters, {
  L: integerFrom(1, LARGEST_R),
  R: integerFrom(1, LARGEST_R),
  reference_answer: integerFrom(1),
}).check(holds("R", ({ L, R }) => L <= R, "must be at least L"));

interface Interval {
  L: number;
  R: number;
}

export const sumDivisorNum = defineEnvironment({
  id: "Sum_DivisorNum",
  title: "Divisor count over a range",
  summary: "Add up the number of divisors of every integer from L to R.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_R: 10 }, ({ MAX_R }) => ({ MAX_R: Math.floor(1.5 * MAX_R) })),

  generate({ MAX_R }, random) {
    const R = random.integer(2, MAX_R);
    const L = random.integer(1, R);
    return { MAX_R, L, R, reference_answer: sumOfDivisorCounts(R) - sumOfDivisorCounts(L - 1) };
  },

  prompt: ({ L, R }) =>
    `For a positive integer n, let d(n) be the number of its positive divisors, 1 and n included.

What is the sum of d(n) over all integers n from ${L} to ${R}, both included?

Answer with the sum as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 1 }, sumByDivisors),
});

/** Each k divides ⌊R/k⌋ − ⌊(L − 1)/k⌋ of the integers; blocks of k share both. O(√R). */
function sumByDivisors({ L, R }: Interval): number {
  let sum = 0;
  for (const [first, last] of quotientBlocks(R, L - 1, R)) {
    sum += (last - first + 1) * (Math.floor(R / first) - Math.floor((L - 1) / first));
  }
  return sum;
}
