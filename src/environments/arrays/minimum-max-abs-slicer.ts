import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { betterThanGold } from "../toolkit/scoring/former.ts";
import { powerOfRatio } from "../toolkit/scoring/powers.ts";
import { correct, invalid, partial } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { findSliceFault, sliceSums } from "../toolkit/sequences/slices.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** Share of the reward for the least maximum; the rest is for the labels. */
const MAXIMUM_SHARE = 0.5;
const BETA = 5;

const Parameters = z.object({ N: z.int().min(4) });
const Instance = Parameters.extend({
  M: z.int(),
  A: integers,
  B: integers,
  gold_answer_max_abs: z.int(),
  gold_answer: integers,
  reference_answer: z.string(),
});

export const minimumMaxAbsSlicer = defineEnvironment({
  id: "Minimum_MaxAbsSlicer",
  title: "Balanced batches, first in order",
  summary:
    "Cut a ±1 array into M batches with the least largest absolute sum, then with the lexicographically smallest end labels.",
  reward: "0.5·(best/max)^5, plus 0.5·(matched/M)^5 if the maximum is best; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 4 }, ({ N }) => ({ N: grow(N) })),

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
    `Here are ${N} elements in a row. Each has a label and a value, 1 or -1. The labels are the integers from 1 to ${N}, each used once:
${formatLines(A, (label, index) => `element ${index}: label ${label}, value ${B[index]}`)}

Cut the row into exactly ${M} consecutive batches, each of at least one element; every element belongs to one batch. The imbalance of a batch is the absolute value of the sum of its values.

First, the largest imbalance of all batches is to be as small as possible. Second, among all cuts that achieve this, write down the label of the last element of each batch, from the first batch to the last; the sequence of these ${M} labels is to be lexicographically smallest (its first label as small as possible, then its second, and so on).

Answer with this sequence of ${M} labels on one line, separated by spaces, like this: a b c …`,

  answer: integerList,

  score(labels, { N, M, A, B, gold_answer_max_abs, gold_answer }) {
    if (labels.length !== M) return invalid(`${labels.length} labels instead of ${M}`);
    const indexOf = new Map(A.map((label, index) => [label, index]));
    const ends: number[] = [];
    for (const label of labels) {
      const index = indexOf.get(label);
      if (index === undefined) return invalid(`no element has the label ${formatFigure(label)}`);
      ends.push(index);
    }
    const fault = findSliceFault(ends, N);
    if (fault !== undefined) return invalid(`indices of the labelled elements: ${fault}`);
    const [, maximum] = extremes(sliceSums(B, ends).map(Math.abs));
    if (maximum < gold_answer_max_abs) return betterThanGold(maximum, gold_answer_max_abs);
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
      return betterThanGold(labels[differing], gold_answer[differing]);
    }
    return partial(
      MAXIMUM_SHARE + (1 - MAXIMUM_SHARE) * powerOfRatio(matched, M, BETA),
      `least imbalance, but only ${matched} of ${M} labels are those of the smallest sequence`,
    );
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
