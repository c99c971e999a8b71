import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIncreasingFault } from "../toolkit/faults/increasing-indices.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { increasingSubsequences } from "../toolkit/sequences/monotone-subsequences.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const count = maximising({ beta: 5 });

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, MAX_N),
  gold_answer: integerFrom(1),
}).check(lengths("N", "A"));

export const longestMatchingSubsequence = defineEnvironment({
  id: "Longest_MatchingSubsequence",
  title: "Most self-indexed subsequence",
  summary: "Choose a subsequence in which as many values as possible equal their place in it.",
  reward: `${count.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.shuffle([1, ...random.integers(N - 1, 1, N)]);
    return { N, A, gold_answer: mostMatches(A).length };
  },

  prompt: ({ N, A }) =>
    `An array A holds ${N} integers, with indices from 0:
${formatIndexed("A", A)}

Choose indices i1 < i2 < … < ik. The chosen values, in this order, form a sequence B whose places are counted from 1: B[1] = A[i1], B[2] = A[i2], …, B[k] = A[ik]. A place j matches if B[j] = j. Make the number of matching places as large as possible; k itself does not matter.

Answer with the chosen indices in increasing order on one line, separated by spaces, like this: i1 i2 … ik`,

  answer: integerList,

  score(indices, { N, A, gold_answer }) {
    const fault = findIncreasingFault(indices, N);
    if (fault !== undefined) return invalid(fault);
    const matches = indices.filter((index, place) => A[index] === place + 1);
    return count.verdict(matches.length, gold_answer);
  },

  picture: ({ A }, chosen) => barsPicture(A, { chosen }),

  solve: ({ A }) => withFillers(mostMatches(A), A).join(" "),
});

/**
 * The indices of elements that can all match, as many as possible. An element at index i of value v
 * must lose i + 1 − v elements before it (none if it stands too early), and one more element can
 * match after it if it has a greater value and as many losses or more: sorted by losses, the values
 * of a longest increasing subsequence, O(N log N).
 */
function mostMatches(A: readonly number[]): number[] {
  const losses = (index: number) => index + 1 - A[index];
  const candidates = Array.from(A.keys())
    .filter((index) => losses(index) >= 0)
    .sort((a, b) => losses(a) - losses(b) || A[a] - A[b]);
  const { length, predecessor } = increasingSubsequences(candidates.map((index) => A[index]));
  return tracePath(predecessor, length.indexOf(extremes(length)[1])).map((at) => candidates[at]);
}

/** The matching indices with as many of the skipped ones before each as its value requires. */
function withFillers(matches: readonly number[], A: readonly number[]): number[] {
  const chosen: number[] = [];
  let next = 0;
  for (const match of matches) {
    while (chosen.length < A[match] - 1) chosen.push(next++);
    chosen.push(match);
    next = match + 1;
  }
  return chosen;
}
