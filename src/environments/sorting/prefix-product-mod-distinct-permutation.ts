import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { recurrence } from "../toolkit/levels.ts";
import { isPrime } from "../toolkit/numbers/factors.ts";
import { multiplyModulo } from "../toolkit/numbers/modular.ts";
import { countPrefixRemainders } from "../toolkit/numbers/prefix-remainders.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MAX_N_GROWTH = 1.5;
const remainders = matching({ beta: 10, unit: "remainders occur among the prefix products" });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_MAX_N = 1_000_000;

const Parameters = z.object({ MAX_N: sizeFrom(3, LARGEST_MAX_N) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(3, LARGEST_MAX_N),
  reference_answer: z.string(),
}).check(
  within("N", 3, "MAX_N"),
  // There is such an order for these alone: other composite N divide (N − 1)!.
  holds("N", ({ N }) => N === 4 || isPrime(N), "must be 4 or an odd prime"),
);

export const prefixProductModDistinctPermutation = defineEnvironment({
  id: "PrefixProductMODDistinctPermutation",
  title: "Distinct prefix products modulo N",
  summary: "Order 1 to N so that all N prefix products are different modulo N.",
  reward: `${remainders.words}; ${invalidWords("no permutation")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8 }, ({ MAX_N }) => ({ MAX_N: Math.floor(MAX_N * MAX_N_GROWTH) })),

  generate({ MAX_N }, random) {
    const odd = primesUpTo(MAX_N).slice(1);
    const N = random.choice(MAX_N >= 4 ? [4, ...odd] : odd);
    return { MAX_N, N, reference_answer: ratiosOfNeighbours(N).join(" ") };
  },

  prompt: ({ N }) =>
    `Find a permutation P[1], …, P[${N}] of the integers 1 to ${N} with this property: the ${N} prefix products P[1] · … · P[k], for k = 1 to ${N}, leave pairwise different remainders when divided by ${N}.

Answer with P[1] to P[${N}] in this order on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(permutation, { N }) {
    const fault = findPermutationFault(permutation, N, 1);
    if (fault !== undefined) return invalid(fault);
    const multiply = (product: number, factor: number) => multiplyModulo(product, factor % N, N);
    const reached = countPrefixRemainders(permutation, N, 1, multiply);
    return remainders.verdict(reached, N);
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
