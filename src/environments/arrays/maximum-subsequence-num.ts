import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import {
  bigIntegerFrom,
  integerFrom,
  integersFrom,
  sizeFrom,
} from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** A level offers one K for each share of N, and K = 2. */
const SHARES = [0.1, 0.2, 0.3, 0.5, 1];
const count = maximising({ beta: 5 });
/** Far beyond any use: counts have M + N bits, and there are as many of them to add up. */
const MAX_LENGTH = 10_000;

const Parameters = z.object({
  M: sizeFrom(1, MAX_LENGTH),
  N: sizeFrom(1, MAX_LENGTH),
  K: integerFrom(2),
});
const Instance = instanceOf(Parameters, {
  A: integersFrom(0),
  gold_answer: bigIntegerFrom(1n),
  reference_answer: z.string(),
}).check(
  lengths("M", "A"),
  within("A", 0, ({ K }) => K - 1),
);

export const maximumSubsequenceNum = defineEnvironment({
  id: "Maximum_SubsequenceNum",
  title: "Most distinct subsequences",
  summary:
    "Append N values from 0..K−1 to a sequence so that it has the most distinct non-empty subsequences.",
  reward: `${count.words}; ${invalidWords()}`,
  version: 2,
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

Answer with only the appended integers in their order on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(appended, { N, K, A, gold_answer }) {
    const fault = findCountFault(appended, N) ?? findRangeFault(appended, 0, K - 1);
    if (fault !== undefined) return invalid(fault);
    return count.verdict(countSubsequences([...A, ...appended]), gold_answer);
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
  let total = 1n;
  const totalBefore = new Map<number, bigint>();
  for (const value of sequence) {
    const repeated = totalBefore.get(value) ?? 0n;
    totalBefore.set(value, total);
    total = 2n * total - repeated;
  }
  return total - 1n;
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
