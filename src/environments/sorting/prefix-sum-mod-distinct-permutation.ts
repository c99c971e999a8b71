import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { recurrence } from "../toolkit/levels.ts";
import { countPrefixRemainders } from "../toolkit/numbers/prefix-remainders.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";

const MAX_N_GROWTH = 1.5;
const BETA = 10;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_MAX_N = 1_000_000;

// An order exists for even N only: for odd N > 1, the sum of all is 0 modulo N, as is N alone.
const Parameters = z.object({
  MAX_N: z.int().min(4).max(LARGEST_MAX_N, `MAX_N must be at most ${LARGEST_MAX_N}`),
});
const Instance = Parameters.extend({ N: z.int().min(3), reference_answer: z.string() });

export const prefixSumModDistinctPermutation = defineEnvironment({
  id: "PrefixSumMODDistinctPermutation",
  title: "Distinct prefix sums modulo N",
  summary: "Order 1 to N so that all N prefix sums are different modulo N.",
  reward: "(different remainders/N)^10; no permutation −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8 }, ({ MAX_N }) => ({ MAX_N: Math.floor(MAX_N * MAX_N_GROWTH) })),

  generate({ MAX_N }, random) {
    const N = 2 * random.integer(2, Math.floor(MAX_N / 2));
    return { MAX_N, N, reference_answer: zigzag(N).join(" ") };
  },

  prompt: ({ N }) =>
    `The integers from 1 to ${N} are to be put in a row, each exactly once. Adding them up from the left gives ${N} prefix sums: the first integer alone, the first two together, and so on up to all ${N}. Find a row in which no two of these ${N} prefix sums are congruent modulo ${N}.

Answer with the ${N} integers of the row from left to right, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(row, { N }) {
    const fault = findPermutationFault(row, N, 1);
    if (fault !== undefined) return invalid(fault);
    const reached = countPrefixRemainders(row, N, 0, (sum, term) => (sum + term) % N);
    return fraction(reached, N, BETA, "remainders occur among the prefix sums");
  },

  solve: ({ N }) => zigzag(N).join(" "),
});

/** N, 1, N − 2, 3, N − 4, …: the sums go up and down around 0, to 0, 1, −1, 2, −2, … modulo N. */
function zigzag(N: number): number[] {
  return Array.from({ length: N }, (_, index) => (index % 2 === 1 ? index : N - index));
}
