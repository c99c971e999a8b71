import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { bigInteger, integers } from "../toolkit/schemas/integers.ts";
import { maximised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** A level offers one K for each share of N, and K = 2. */
const SHARES = [0.1, 0.2, 0.3, 0.5, 1];
const BETA = 5;
/** Far beyond any use: counts have M + N bits, and there are as many of them to add up. */
const MAX_LENGTH = 10_000;

const Parameters = z.object({
  M: z.int().min(1).max(MAX_LENGTH, `M must be at most ${MAX_LENGTH}`),
  N: z.int().min(1).max(MAX_LENGTH, `N must be at most ${MAX_LENGTH}`),
  K: z.int().min(2),
});
const Instance = Parameters.extend({
  A: integers.max(MAX_LENGTH),
  gold_answer: bigInteger,
  reference_answer: z.string(),
});

export const maximumSubsequenceNum = defineEnvironment({
  id: "Maximum_SubsequenceNum",
  title: "Most distinct subsequences",
  summary:
    "Append N values from 0..K−1 to a sequence so that it has the most distinct non-empty subsequences.",
  reward: "(value/best)^5; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { M: 2, N: 2 },
    ({ M, N }) => ({ M: grow(M), N: grow(N) }),
    ({ M, N }) => alphabetSizes(N).map((K) => ({ M, N, K })),
  ),

  generate({ M, N, K }, random) {
    const A = random.integers(M, 0, K - 1);
    const appended = richestExtension(A, N, K);
    return {
      M,
      N,
      K,
      A,
      gold_answer: countSubsequences([...A, ...appended]),
      reference_answer: appended.join(" "),
    };
  },

  prompt: ({ M, N, K, A }) =>
    `Here is a sequence of ${formatCount(M, "integer")} from 0 to ${K - 1}:
${A.join(" ")}

Append ${formatCount(N, "more integer")} from 0 to ${K - 1} at its end, so that the sequence of all ${M + N} integers has as many different non-empty subsequences as possible. A subsequence is what remains of a sequence when any of its elements are removed and the others keep their order. Subsequences with the same values in the same order are the same and count once, wherever in the sequence they come from.

Answer with only the appended integers (${N} in number) in their order on one line, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(appended, { N, K, A, gold_answer }) {
    if (appended.length !== N) return invalid(`${appended.length} values instead of ${N}`);
    const fault = findRangeFault(appended, 0, K - 1);
    if (fault !== undefined) return invalid(fault);
    return maximised(countSubsequences([...A, ...appended]), gold_answer, BETA);
  },

  solve: ({ N, K, A }) => richestExtension(A, N, K).join(" "),
});

function alphabetSizes(N: number): number[] {
  const sizes = SHARES.map((share) => Math.floor(N * share)).filter((size) => size >= 2);
  return [...new Set([2, ...sizes])];
}

/**
 * How many different non-empty subsequences a sequence has. Each element doubles the subsequences
 * (with the empty one), except that those which ended in an earlier equal element come again.
 * O(n) additions of integers of up to n bits.
 */
function countSubsequences(sequence: readonly number[]): bigint {
  let count = 1n;
  const countBefore = new Map<number, bigint>();
  for (const value of sequence) {
    const repeated = countBefore.get(value) ?? 0n;
    countBefore.set(value, count);
    count = 2n * count - repeated;
  }
  return count - 1n;
}

/**
 * The values whose appending makes the most subsequences: each time the one whose last occurrence
 * lies furthest back, so that the fewest come again. Appending it makes it the last of all, so the
 * values recur in one fixed order, by last occurrence, those that never occurred first. Sorting:
 * O((M + N) log(M + N)).
 */
function richestExtension(A: readonly number[], N: number, K: number): number[] {
  const lastOccurrence = new Map(A.map((value, position) => [value, position]));
  // Among the first M + N values, N never occurred: larger ones are not needed.
  const values = Array.from({ length: Math.min(K, A.length + N) }, (_, value) => value);
  const order = values.sort(
    (a, b) => (lastOccurrence.get(a) ?? -1) - (lastOccurrence.get(b) ?? -1) || a - b,
  );
  return Array.from({ length: N }, (_, turn) => order[turn % order.length]);
}
