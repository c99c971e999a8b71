import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { recurrence } from "../toolkit/levels.ts";
import { countPrefixRemainders } from "../toolkit/numbers/prefix-remainders.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const MAX_N_GROWTH = 1.5;
const remainders = matching({ beta: 10, unit: "remainders occur among the prefix sums" });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_MAX_N = 1_000_000;

// An order exists for even N only: for odd N > 1, the sum of all is 0 modulo N, as is N alone.
const Parameters = z.object({ MAX_N: sizeFrom(4, LARGEST_MAX_N) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(4, LARGEST_MAX_N),
  reference_answer: z.string(),
}).check(
  within("N", 4, "MAX_N"),
  holds("N", ({ N }) => N % 2 === 0, "must be even"),
);

export const prefixSumModDistinctPermutation = defineEnvironment({
  id: "PrefixSumMODDistinctPermutation",
  title: "Distinct prefix sums modulo N",
  summary: "Order 1 to N so that all N prefix sums are different modulo N.",
  reward: `${remainders.words}; ${invalidWords("no permutation")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 8 }, ({ MAX_N }) => ({ MAX_N: Math.floor(MAX_N * MAX_N_GROWTH) })),

  generate({ MAX_N }, random) {
    const N = 2 * random.integer(2, Math.floor(MAX_N / 2));
    return { MAX_N, N, reference_answer: zigzag(N).join(" ") };
  },

  prompt: ({ N }) =>
    `The integers from 1 to ${N} are to be put in a row, each exactly once. Adding them up from the left gives ${N} prefix sums: the first integer alone, the first two together, and so on up to all ${N}. Find a row in which no two of these ${N} prefix sums are congruent modulo ${N}.

Answer with the ${N} integers of the row from left to right, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(row, { N }) {
    const fault = findPermutationFault(row, N, 1);
    if (fault !== undefined) return invalid(fault);
    const reached = countPrefixRemainders(row, N, 0, (sum, term) => (sum + term) % N);
    return remainders.verdict(reached, N);
  },

  solve: ({ N }) => zigzag(N).join(" "),
});

/** N, 1, N − 2, 3, N − 4, …: the sums go up and down around 0, to 0, 1, −1, 2, −2, … modulo N. */
function zigzag(N: number): number[] {
  return Array.from({ length: N }, (_, index) => (index % 2 === 1 ? index : N - index));
}
