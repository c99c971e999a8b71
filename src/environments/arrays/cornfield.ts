import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { findIntervalFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toRange } from "../toolkit/pictures/marks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { addToIntervals } from "../toolkit/sequences/interval-additions.ts";
import { longestNonDecreasingLength } from "../toolkit/sequences/monotone-subsequences.ts";
import { PrefixMaxima } from "../toolkit/sequences/prefix-maxima.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Heights lie in [1, HEIGHT_RANGE_MULTIPLE · N]. */
const HEIGHT_RANGE_MULTIPLE = 2;
const length = maximising({ beta: 5 });
/** Far beyond any use: tables take up to 3N² entries. */
const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  H: integersFrom(1, HEIGHT_RANGE_MULTIPLE * MAX_N),
  K: integerFrom(1),
  gold_answer: integerFrom(1),
}).check(lengths("N", "H"), within("K", 1, "N"));

export const cornfield = defineEnvironment({
  id: "Cornfield",
  title: "Raise intervals for a longest non-decreasing subsequence",
  summary:
    "Add 1 to at most K intervals so that the longest non-decreasing subsequence is as long as possible.",
  reward: `${length.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const H = random.integers(N, 1, HEIGHT_RANGE_MULTIPLE * N);
    const K = random.integer(1, Math.max(1, Math.min(N, totalDescent(H))));
    return { N, H, K, gold_answer: longestAfterRaises(H, K).length };
  },

  prompt: ({ N, H, K }) =>
    `An array H holds ${N} integers, with indices from 0:
${formatIndexed("H", H)}

One operation chooses an interval [L, R] with 0 ≤ L ≤ R ≤ ${N - 1} and adds 1 to each of H[L], H[L+1], …, H[R]. You may do at most ${formatCount(K, "operation")}, counting repetitions of the same interval. Make the longest non-decreasing subsequence of the final array as long as possible. (A subsequence keeps the order of its elements, which need not be neighbours.)

Answer with the chosen intervals, one on each line, as its ends L and R separated by a space; if you do no operation, leave the answer empty. The form is:
${placeholderLines("L R", K)}`,

  answer: integerTuples(2),

  score(intervals, { N, H, K, gold_answer }) {
    if (intervals.length > K) return invalid(`${intervals.length} intervals, at most ${K} allowed`);
    for (const interval of intervals) {
      const fault = findIntervalFault(interval, 0, N - 1);
      if (fault !== undefined) return invalid(fault);
    }
    return length.verdict(longestNonDecreasingLength(addToIntervals(H, intervals, 1)), gold_answer);
  },

  picture: ({ N, H }, intervals) =>
    barsPicture(H, {
      chosen: intervals?.slice(0, N).flatMap(([left, right]) => toRange(left, right, N)),
    }),

  solve: ({ N, H, K }) =>
    formatRows(longestAfterRaises(H, K).starts.map((start) => [start, N - 1])),
});

/** The sum of all steps down: with as many operations everything can be made non-decreasing. */
function totalDescent(H: readonly number[]): number {
  let descent = 0;
  for (let index = 1; index < H.length; index++) descent += Math.max(H[index - 1] - H[index], 0);
  return descent;
}

/**
 * The greatest length, and the starts of the suffixes to raise for it, as few as possible. Raising
 * suffixes is enough (it never breaks a rise), so a subsequence is a chain of states (index, raises
 * so far) in which neither raises nor raised heights fall. The longest chain of earlier indices
 * comes from a two-dimensional Fenwick tree: O(N · K · log K · log height).
 */
function longestAfterRaises(H: readonly number[], K: number): { length: number; starts: number[] } {
  // A state's number is index · (K + 1) + raises; −1 stands for none.
  const toRaises = (state: number) => (state === -1 ? 0 : state % (K + 1));
  const length = new Int32Array(H.length * (K + 1));
  const previous = new Int32Array(H.length * (K + 1));
  const chains = new PrefixMaxima(K + 1, extremes(H)[1] + K, length);
  for (const [index, height] of H.entries()) {
    // Descending, so that no state follows another of the same index.
    for (let raises = K; raises >= 0; raises--) {
      const state = index * (K + 1) + raises;
      previous[state] = chains.best(raises + 1, height + raises);
      length[state] = previous[state] === -1 ? 1 : length[previous[state]] + 1;
      chains.offer(raises + 1, height + raises, state);
    }
  }

  let last = 0;
  for (const state of length.keys()) {
    const gain = length[state] - length[last];
    if (gain > 0 || (gain === 0 && toRaises(state) < toRaises(last))) last = state;
  }
  const starts: number[] = [];
  for (let state = last; state !== -1; state = previous[state]) {
    const raisesHere = toRaises(state) - toRaises(previous[state]);
    for (let raise = 0; raise < raisesHere; raise++) starts.push(Math.floor(state / (K + 1)));
  }
  return { length: length[last], starts };
}
