import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toRange } from "../toolkit/pictures/marks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { MonotoneQueue } from "../toolkit/sequences/monotone-queue.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const length = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0),
  K: integerFrom(0),
  gold_answer: integerFrom(1),
}).check(lengths("N", "A"));

export const longestMaxDiffBoundedInterval = defineEnvironment({
  id: "LongestMaxDiffBoundedInterval",
  title: "Longest bounded-difference interval",
  summary: "Find the longest subarray whose largest and smallest elements differ by at most K.",
  reward: `${length.words}; ${invalidWords()}, ${unsuccessfulWords("difference above K")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 0, N);
    const K = random.integer(0, Math.max(spread(A) - 1, 0));
    const [left, right] = longestRange(A, K);
    return { N, A, K, gold_answer: right - left };
  },

  prompt: ({ N, A, K }) =>
    `An array A holds ${N} integers, with indices from 0:
${formatIndexed("A", A)}

Find two indices l and r with 0 ≤ l < r ≤ ${N} such that the largest and the smallest of A[l], A[l+1], …, A[r-1] differ by at most ${K}. Note that A[r] itself does not belong to them. Make r − l as large as possible.

Answer with l and r on one line, separated by a space, like this: l r`,

  answer: integerTuple(2),

  score([left, right], { N, A, K, gold_answer }) {
    if (!(left >= 0 && left < right && right <= N)) {
      return invalid(`not 0 ≤ ${formatFigure(left)} < ${formatFigure(right)} ≤ ${N}`);
    }
    const difference = spread(A.slice(left, right));
    if (difference > K) return unsuccessful(`difference ${difference} exceeds ${K}`);
    return length.verdict(right - left, gold_answer);
  },

  picture: ({ N, A }, answer) =>
    barsPicture(A, { chosen: answer && toRange(answer[0], answer[1] - 1, N) }),

  solve: ({ A, K }) => longestRange(A, K).join(" "),
});

function spread(values: readonly number[]): number {
  const [least, greatest] = extremes(values);
  return greatest - least;
}

/**
 * The longest range [left, right) whose spread is at most K. A sliding window that never shrinks,
 * with its maximum and its minimum in two monotone queues, O(N).
 */
function longestRange(A: readonly number[], K: number): [left: number, right: number] {
  const maxima = new MonotoneQueue((a, b) => A[a] > A[b]);
  const minima = new MonotoneQueue((a, b) => A[a] < A[b]);
  let best: [number, number] = [0, 0];
  let left = 0;
  for (const index of A.keys()) {
    maxima.push(index);
    minima.push(index);
    if (A[maxima.best] - A[minima.best] > K) {
      left++;
      maxima.dropBefore(left);
      minima.dropBefore(left);
    } else best = [left, index + 1];
  }
  return best;
}
