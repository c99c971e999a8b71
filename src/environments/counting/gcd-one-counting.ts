import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { countCoprimePairs, pairsByGcd } from "../toolkit/numbers/pairs-by-gcd.ts";
import { mobiusUpTo } from "../toolkit/numbers/sieves.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N_M = 1_000_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST_N_M),
  M: integerFrom(2, LARGEST_N_M),
  reference_answer: integerFrom(1),
});

export const gcdOneCounting = defineEnvironment({
  id: "GCDOne_Counting",
  title: "Count coprime pairs",
  summary: "Count pairs (x, y), 1 ≤ x ≤ N, 1 ≤ y ≤ M, with gcd 1.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    return { MAX_N_M, N, M, reference_answer: countCoprimePairs(N, M, mobiusUpTo(Math.min(N, M))) };
  },

  prompt: ({ N, M }) =>
    `Consider the ordered pairs (x, y) of integers with 1 ≤ x ≤ ${N} and 1 ≤ y ≤ ${M}.

For how many of them is gcd(x, y), the greatest common divisor of x and y, equal to 1?

Answer with the number of pairs as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 1 }, countByExactGcd),
});

/**
 * Those whose gcd is exactly d are the pairs of multiples of d without those whose gcd is a larger
 * multiple, found from the largest d down to 1. O(n log n).
 */
function countByExactGcd({ N, M }: { N: number; M: number }): number {
  return pairsByGcd(N, M)[1];
}
