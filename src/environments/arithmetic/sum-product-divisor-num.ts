import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { divisorCountsUpTo, sumOfDivisorCounts } from "../toolkit/numbers/divisor-counts.ts";
import { sumsByGcd } from "../toolkit/numbers/pairs-by-gcd.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { mobiusUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every solution within a second. */
const LARGEST_N_M = 300_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N_M),
  M: integerFrom(1, LARGEST_N_M),
  reference_answer: integerFrom(1),
});

interface Sum {
  N: number;
  M: number;
}

export const sumProductDivisorNum = defineEnvironment({
  id: "SumProductDivisorNum",
  title: "Divisor counts of products",
  summary: "Sum the number of divisors of i·j over all i up to N and j up to M.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    return { MAX_N_M, N, M, reference_answer: sumByInversion({ N, M }) };
  },

  prompt: ({ N, M }) =>
    `For a positive integer n, let d(n) be the number of its positive divisors, 1 and n included.

What is the sum of d(i · j) over all pairs of integers i and j with 1 ≤ i ≤ ${N} and 1 ≤ j ≤ ${M}?

Answer with the sum as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 1 }, sumByCoprimePairs),
});

/**
 * d(i · j) is the number of pairs a | i and b | j without common divisor. By Möbius inversion the sum
 * is Σ μ(k) · s(⌊N/k⌋) · s(⌊M/k⌋), where s(n) is the number of divisors of 1..n. O(n log n).
 */
function sumByInversion({ N, M }: Sum): number {
  const divisorSums = prefixSums([...divisorCountsUpTo(Math.max(N, M))].slice(1));
  const mobius = mobiusUpTo(Math.min(N, M));
  let sum = 0;
  for (let k = 1; k < mobius.length; k++) {
    sum += mobius[k] * divisorSums[Math.floor(N / k)] * divisorSums[Math.floor(M / k)];
  }
  return sum;
}

/** Each pair a, b is in ⌊N/a⌋ · ⌊M/b⌋ of them: those sums by gcd(a, b), of which 1 counts. */
function sumByCoprimePairs({ N, M }: Sum): number {
  const ofMultiples = (k: number) =>
    BigInt(sumOfDivisorCounts(Math.floor(N / k)) * sumOfDivisorCounts(Math.floor(M / k)));
  return Number(sumsByGcd(Math.min(N, M), ofMultiples)[1]);
}
