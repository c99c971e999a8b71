import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { toBatches } from "../toolkit/pictures/marks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, permutation, within } from "../toolkit/schemas/lists.ts";
import { betterThanBest } from "../toolkit/scoring/optima.ts";
import { powerOfRatio } from "../toolkit/scoring/powers.ts";
import { correct, invalid, invalidWords, partial } from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { sliceSums } from "../toolkit/sequences/slices.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Share of the reward for the least maximum; the rest is for the labels. */
const MAXIMUM_SHARE = 0.5;
const LABELS_SHARE = 1 - MAXIMUM_SHARE;
const BETA = 5;
/** Far beyond any use: finding the labels takes N · M steps. */
const MAX_N = 5_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  M: integerFrom(1),
  A: integers,
  B: z.array(z.literal([1, -1])),
  gold_answer_max_abs: integerFrom(0),
  gold_answer: integersFrom(1),
  reference_answer: z.string(),
}).check(
  permutation("A", "N", 1),
  lengths("N", "B"),
  within("M", 1, "N"),
  lengths("M", "gold_answer"),
  within("gold_answer", 1, "N"),
);

export const minimumMaxAbsSlicer = defineEnvironment({
  id: "Minimum_MaxAbsSlicer",
  title: "Balanced batches, first in order",
  summary:
    "Cut a ±1 array into M batches with the least largest absolute sum, then with the lexicographically smallest end labels.",
  reward: `${MAXIMUM_SHARE}·(best/max)^${BETA}, plus ${LABELS_SHARE}·(matched/M)^${BETA} if the maximum is best; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const M = random.integer(3, N - 1);
    const A = random.permutation(N, 1);
    const probability = random.unit();
    const B = Array.from({ length: N }, () => (random.chance(probability) ? 1 : -1));
    const { maximum, labels } = firstBalancedSlicing(A, B, M);
    return {
      N,
      M,
      A,
      B,
      gold_answer_max_abs: maximum,
      gold_answer: labels,
      reference_answer: labels.join(" "),
    };
  },

  prompt: ({ N, M, A, B }) =>
    `Here are ${N} elements in a row, from the first to the last. Each has a label and a value, 1 or -1. The labels are the integers from 1 to ${N}, each used once:
${formatLines(A, (label, index) => `label ${label}, value ${B[index]}`)}

Cut the row into exactly ${M} consecutive batches, each of at least one element; every element belongs to one batch. The imbalance of a batch is the absolute value of the sum of its values.

First, the largest imbalance of all batches is to be as small as possible. Second, among all cuts that achieve this, write down the label of the last element of each batch, from the first batch to the last; the sequence of these labels is to be lexicographically smallest (its first label as small as possible, then its second, and so on).

Answer with this sequence of ${M} labels on one line, separated by spaces, like this: ${placeholders(M)}`,

  answer: integerList,

  score(labels, { N, M, A, B, gold_answer_max_abs, gold_answer }) {
    const fault = findCountFault(labels, M, "label") ?? findRangeFault(labels, 1, N);
    if (fault !== undefined) return invalid(fault);
    const indexOf = inversePermutation(A, 1);
    const ends = labels.map((label) => indexOf[label - 1]);
    const misplaced = ends.findIndex((end, batch) => batch > 0 && end <= ends[batch - 1]);
    if (misplaced !== -1) {
      return invalid(`label ${labels[misplaced]} is not after label ${labels[misplaced - 1]}`);
    }
    if (ends[M - 1] !== N - 1) {
      return invalid(`the last batch ends with label ${labels[M - 1]}, the row with ${A[N - 1]}`);
    }
    const [, maximum] = extremes(sliceSums(B, ends).map(Math.abs));
    if (maximum < gold_answer_max_abs) return betterThanBest(maximum, gold_answer_max_abs);
    if (maximum > gold_answer_max_abs) {
      return partial(
        MAXIMUM_SHARE * powerOfRatio(gold_answer_max_abs, maximum, BETA),
        `largest imbalance ${maximum}, least ${gold_answer_max_abs}`,
        `largest imbalance ${maximum} is not the least`,
      );
    }
    const matched = countAgreements(labels, gold_answer);
    if (matched === M) return correct();
    const differing = labels.findIndex((label, batch) => label !== gold_answer[batch]);
    if (labels[differing] < gold_answer[differing]) {
      return betterThanBest(labels[differing], gold_answer[differing]);
    }
    return partial(
      MAXIMUM_SHARE + LABELS_SHARE * powerOfRatio(matched, M, BETA),
      `least imbalance, but only ${matched} of ${M} labels are those of the smallest sequence`,
    );
  },

  picture({ N, A, B }, labels) {
    const isLast = new Set(labels);
    const ends = A.flatMap((label, index) => (isLast.has(label) ? [index] : []));
    const batches = labels && (toBatches(ends, N) ?? []);
    return gridPicture([A, B], {
      clues: { left: ["label", "value"] },
      groups: batches && [batches, batches],
    });
  },

  solve: ({ A, B, M }) => firstBalancedSlicing(A, B, M).labels.join(" "),
});

/**
 * The least largest imbalance and the smallest sequence of end labels. Each end in turn is the
 * feasible one of smallest label, O(N · M).
 */
function firstBalancedSlicing(A: readonly number[], B: readonly number[], M: number) {
  const N = A.length;
  const prefix = prefixSums(B);
  const restFrom = prefix.map((before) => prefix[N] - before);
  const zeroRests = countZeroRests(restFrom);

  /**
   * Whether the elements from `start` on can be cut into that many batches of imbalance at most d.
   * Since a sum changes by 1 from one element to the next, enough elements and a small enough total
   * suffice if d ≥ 1; if d = 0, every batch must begin where the rest of the row sums to 0.
   */
  const isCuttable = (start: number, batches: number, d: number) =>
    N - start >= batches &&
    Math.abs(restFrom[start]) <= batches * d &&
    (d > 0 || zeroRests[start] >= batches);

  let maximum = 0;
  while (!isCuttable(0, M, maximum)) maximum++;

  const labels: number[] = [];
  let start = 0;
  for (let rest = M - 1; rest > 0; rest--) {
    let best = -1;
    for (let end = start; end < N - rest; end++) {
      if (best !== -1 && A[end] > A[best]) continue;
      if (Math.abs(prefix[end + 1] - prefix[start]) > maximum) continue;
      if (isCuttable(end + 1, rest, maximum)) best = end;
    }
    labels.push(A[best]);
    start = best + 1;
  }
  labels.push(A[N - 1]);
  return { maximum, labels };
}

/** For each position, at how many positions from it on the rest of a non-empty row sums to 0. */
function countZeroRests(restFrom: readonly number[]): number[] {
  const counts = new Array<number>(restFrom.length).fill(0);
  for (let start = restFrom.length - 2; start >= 0; start--) {
    counts[start] = counts[start + 1] + (restFrom[start] === 0 ? 1 : 0);
  }
  return counts;
}
