import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { pairsByGcd } from "../toolkit/numbers/pairs-by-gcd.ts";
import { leastPrimeFactors } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

const LARGEST_K = 5;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N_M = 1_000_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N_M),
  M: integerFrom(1, LARGEST_N_M),
  K: integerFrom(1, LARGEST_K),
  reference_answer: bigIntegerFrom(1n),
});

interface Sum {
  N: number;
  M: number;
  K: number;
}

export const sumGcd = defineEnvironment({
  id: "SumGCD",
  title: "Sum of powers of gcds",
  summary: "Sum gcd(i, j)^K over all 1 ≤ i ≤ N, 1 ≤ j ≤ M.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const K = random.integer(1, LARGEST_K);
    return { MAX_N_M, N, M, K, reference_answer: sumByTotients({ N, M, K }) };
  },

  prompt: ({ N, M, K }) =>
    `For each pair of integers i and j with 1 ≤ i ≤ ${N} and 1 ≤ j ≤ ${M}, take gcd(i, j)^${K}, where gcd(i, j) is the greatest common divisor of i and j and ^ means power.

What is the sum of these powers over all ${N} · ${M} pairs?

Answer with the sum as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, sumByPairs),
});

/**
 * Σ J(d) · ⌊N/d⌋ · ⌊M/d⌋ with Jordan's totient J, whose sum over the divisors of g is g^K.
 * O(min(N, M)) after a sieve.
 */
function sumByTotients({ N, M, K }: Sum): bigint {
  const limit = Math.min(N, M);
  const totients = jordanTotientsUpTo(limit, K);
  let sum = 0n;
  for (let d = 1; d <= limit; d++) {
    sum += totients[d] * BigInt(Math.floor(N / d) * Math.floor(M / d));
  }
  return sum;
}

/** Jordan's totients J(0..limit): multiplicative, J(p^e) = p^(K(e − 1)) · (p^K − 1); J(0) = 0. */
function jordanTotientsUpTo(limit: number, K: number): bigint[] {
  const least = leastPrimeFactors(limit);
  const totients = [0n, 1n];
  for (let n = 2; n <= limit; n++) {
    const prime = least[n];
    const power = BigInt(prime) ** BigInt(K);
    const rest = n / prime;
    totients.push(totients[rest] * (rest % prime === 0 ? power : power - 1n));
  }
  return totients;
}

/** Each gcd's power as often as pairs have it. O(n log n). */
function sumByPairs({ N, M, K }: Sum): bigint {
  let sum = 0n;
  for (const [g, count] of pairsByGcd(N, M).entries()) {
    sum += BigInt(count) * BigInt(g) ** BigInt(K);
  }
  return sum;
}
