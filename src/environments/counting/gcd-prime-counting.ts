import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { pairsByGcd } from "../toolkit/numbers/pairs-by-gcd.ts";
import { mobiusUpTo, primesUpTo } from "../toolkit/numbers/sieves.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N_M = 1_000_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST_N_M),
  M: integerFrom(2, LARGEST_N_M),
  reference_answer: integerFrom(0),
});

/** At level 0 there are sixteen problems, with answers from 1 to 5. */
export const gcdPrimeCounting = defineEnvironment({
  id: "GCDPrime_Counting",
  title: "Pairs with prime gcd",
  summary:
    "Count ordered pairs (x, y) in an N by M range whose greatest common divisor is a prime.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    return { MAX_N_M, N, M, reference_answer: countPairs({ N, M }) };
  },

  prompt: ({ N, M }) =>
    `Consider the ordered pairs (x, y) of integers with 1 ≤ x ≤ ${N} and 1 ≤ y ≤ ${M}.

For how many of them is gcd(x, y), the greatest common divisor of x and y, a prime number?

Answer with the number of pairs as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, countPairsByExactGcd),
});

/**
 * Σ over primes p and integers d of μ(d) · ⌊N/(pd)⌋ · ⌊M/(pd)⌋: for each prime, the coprime pairs
 * among the quotients by it (Möbius inversion). O(n log log n) for n = min(N, M).
 */
function countPairs({ N, M }: { N: number; M: number }): number {
  const limit = Math.min(N, M);
  const mobius = mobiusUpTo(limit);
  let count = 0;
  for (const prime of primesUpTo(limit)) {
    for (let d = 1; d * prime <= limit; d++) {
      if (mobius[d] === 0) continue;
      count += mobius[d] * Math.floor(N / (prime * d)) * Math.floor(M / (prime * d));
    }
  }
  return count;
}

/** The pairs by their exact gcd, summed over the primes. O(n log n). */
function countPairsByExactGcd({ N, M }: { N: number; M: number }): number {
  const pairs = pairsByGcd(N, M);
  return sum(primesUpTo(pairs.length - 1).map((prime) => pairs[prime]));
}
