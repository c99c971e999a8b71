import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { recurrence } from "../toolkit/levels.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { countPrefixRemainders } from "../toolkit/numbers/prefix-remainders.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";

const MAX_N_GROWTH = 1.5;
const BETA = 10;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_MAX_N = 1_000_000;

const Parameters = z.object({
  MAX_N: z.int().min(3).max(LARGEST_MAX_N, `MAX_N must be at most ${LARGEST_MAX_N}`),
});
const Instance = Parameters.extend({ N: z.int().min(3), reference_answer: z.string() });

export const prefixProductModDistinctPermutation = defineEnvironment({
  id: "PrefixProductMODDistinctPermutation",
  title: "Distinct prefix products modulo N",
  summary: "Order 1 to N so that all N prefix products are different modulo N.",
  reward: "(different remainders/N)^10; no permutation −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8 }, ({ MAX_N }) => ({ MAX_N: Math.floor(MAX_N * MAX_N_GROWTH) })),

  generate({ MAX_N }, random) {
    // The numbers from 3 for which there is such an order: other composite N divide (N − 1)!.
    const odd = primesUpTo(MAX_N).slice(1);
    const N = random.choice(MAX_N >= 4 ? [4, ...odd] : odd);
    return { MAX_N, N, reference_answer: ratiosOfNeighbours(N).join(" ") };
  },

  prompt: ({ N }) =>
    `Find a permutation P[1], P[2], …, P[${N}] of the integers 1 to ${N} with this property: the ${N} prefix products P[1] · P[2] · … · P[k], for k = 1 to ${N}, leave pairwise different remainders when divided by ${N}.

Answer with P[1] to P[${N}] in this order on one line, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(permutation, { N }) {
    const fault = findPermutationFault(permutation, N, 1);
    if (fault !== undefined) return invalid(fault);
    const multiply = (product: number, factor: number) => multiplyModulo(product, factor % N, N);
    const reached = countPrefixRemainders(permutation, N, 1, multiply);
    return fraction(reached, N, BETA, "remainders occur among the prefix products");
  },

  solve: ({ N }) => ratiosOfNeighbours(N).join(" "),
});

/**
 * An order whose prefix products are 1, 2, …, N − 1, 0 modulo N. For a prime N, the factor that leads
 * from i to i + 1 is 1 + 1/i, and these are different. Inverses by the recurrence 1/i = −⌊N/i⌋ ·
 * 1/(N mod i), O(N).
 */
function ratiosOfNeighbours(N: number): number[] {
  if (N === 4) return [1, 3, 2, 4];
  const inverse = [0, 1];
  for (let i = 2; i < N; i++) {
    inverse.push(multiplyModulo(N - Math.floor(N / i), inverse[N % i], N));
  }
  return [1, ...inverse.slice(1, -1).map((reciprocal) => 1 + reciprocal), N];
}
