import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { mobiusUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 10 ** 7;

const Parameters = z.object({ MAX_N: sizeFrom(6, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(6, LARGEST_N),
  reference_answer: integerFrom(1),
});

/**
 * At level 0 there are eleven problems, of which six have the answer 1; at level 3 there are 49.
 */
export const addMultipleDivisibleCounting = defineEnvironment({
  id: "AddMultiple_Divisible_Counting",
  title: "Pairs whose sum divides their product",
  summary: "Count pairs a < b up to N such that a + b divides a·b.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 16 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(6, MAX_N);
    return { MAX_N, N, reference_answer: countPairs(N) };
  },

  prompt: ({ N }) =>
    `How many pairs (a, b) of integers with 1 ≤ a < b ≤ ${N} are there for which a·b is divisible by a + b?

Answer with the number of pairs as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 1 }, ({ N }: { N: number }) => countByCoprimePairs(N)),
});

/**
 * With a = g·x, b = g·y and gcd(x, y) = 1, the sum divides the product exactly if x + y divides g:
 * the sum over coprime x < y of ⌊N / (y(x + y))⌋, where i = gcd is sieved out by Möbius inversion and
 * equal quotients are taken together. About O(N^(3/4)).
 */
function countPairs(N: number): number {
  const root = Math.floor(Math.sqrt(N));
  const mobius = mobiusUpTo(root);
  let count = 0;
  for (let i = 1; i <= root; i++) {
    if (mobius[i] === 0) continue;
    for (let j = 1; i * j <= root; j++) {
      count += mobius[i] * quotientSum(Math.floor(N / (i * i * j)), j + 1, 2 * j - 1);
    }
  }
  return count;
}

/** Σ ⌊n / k⌋ for k = first..last, runs of equal quotients at once. O(√n). */
function quotientSum(n: number, first: number, last: number): number {
  let sum = 0;
  for (let k = first; k <= Math.min(last, n); ) {
    const quotient = Math.floor(n / k);
    const end = Math.min(last, Math.floor(n / quotient));
    sum += quotient * (end - k + 1);
    k = end + 1;
  }
  return sum;
}

/** The same sum, pair by coprime pair. O(N log N). */
function countByCoprimePairs(N: number): number {
  let count = 0;
  for (let y = 2; y * (y + 1) <= N; y++) {
    for (let x = 1; x < y && y * (x + y) <= N; x++) {
      if (gcd(x, y) === 1) count += Math.floor(N / (y * (x + y)));
    }
  }
  return count;
}
