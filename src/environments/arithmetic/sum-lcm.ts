import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sumsByGcd } from "../toolkit/numbers/pairs-by-gcd.ts";
import { sumUpTo } from "../toolkit/numbers/power-sums.ts";
import { leastPrimeFactors } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N_M = 1_000_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N_M),
  M: integerFrom(1, LARGEST_N_M),
  reference_answer: bigIntegerFrom(1n),
});

interface Sum {
  N: number;
  M: number;
}

export const sumLcm = defineEnvironment({
  id: "SumLCM",
  title: "Sum of pairwise lcms",
  summary: "Add up the least common multiples of all pairs (i, j) with i up to N and j up to M.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    return { MAX_N_M, N, M, reference_answer: sumByPrimes({ N, M }) };
  },

  prompt: ({ N, M }) =>
    `For each pair of integers i and j with 1 ≤ i ≤ ${N} and 1 ≤ j ≤ ${M}, take lcm(i, j), the least common multiple of i and j.

What is the sum of these multiples over all ${N} · ${M} pairs?

Answer with the sum as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, sumByGcds),
});

/** The sum of the products i · j with i up to n, j up to m: two triangular numbers. */
function sumOfProducts(n: number, m: number): bigint {
  return sumUpTo(n) * sumUpTo(m);
}

/**
 * Möbius inversion of Σ i · j / gcd(i, j): Σ f(m) · (products up to ⌊N/m⌋ and ⌊M/m⌋), where f(m) is m
 * times the product of 1 − p over its primes p. O(min(N, M)) after a sieve.
 */
function sumByPrimes({ N, M }: Sum): bigint {
  const limit = Math.min(N, M);
  const least = leastPrimeFactors(limit);
  const factors = new Float64Array(limit + 1);
  let sum = 0n;
  for (let m = 1; m <= limit; m++) {
    const [prime, rest] = [least[m], m / least[m]];
    factors[m] = m === 1 ? 1 : factors[rest] * prime * (rest % prime === 0 ? 1 : 1 - prime);
    sum += BigInt(factors[m]) * sumOfProducts(Math.floor(N / m), Math.floor(M / m));
  }
  return sum;
}

/** The products i · j of the pairs with each gcd g, divided by g. O(n log n). */
function sumByGcds({ N, M }: Sum): bigint {
  const products = sumsByGcd(
    Math.min(N, M),
    (d) => BigInt(d * d) * sumOfProducts(Math.floor(N / d), Math.floor(M / d)),
  );
  return products.reduce((sum, product, g) => (g === 0 ? 0n : sum + product / BigInt(g)), 0n);
}
