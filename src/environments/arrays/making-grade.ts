import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { counting } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const change = minimising({ beta: 5 });

/** Keeps the total change, up to N³, below 2^53. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, MAX_N ** 2),
  gold_answer: integerFrom(1),
}).check(lengths("N", "A"));

export const makingGrade = defineEnvironment({
  id: "MakingGrade",
  title: "Nearest monotone array",
  summary: "Replace an array by a monotone one with the least total absolute change.",
  reward: `${change.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const A = random.integers(N, 0, N * N);
      const gold_answer = totalChange(A, nearestMonotone(A));
      return gold_answer > 0 ? { N, A, gold_answer } : undefined;
    });
  },

  prompt: ({ N, A }) =>
    `An array A holds ${N} integers, with indices from 1:
${formatIndexed("A", A, 1)}

Find an array B of ${N} integers that is monotone: either non-decreasing (B[1] ≤ B[2] ≤ … ≤ B[${N}]) or non-increasing (B[1] ≥ B[2] ≥ … ≥ B[${N}]). Make the total change |A[1] − B[1]| + |A[2] − B[2]| + … + |A[${N}] − B[${N}]| as small as possible.

Answer with the ${N} integers B[1], B[2], …, B[${N}] on one line, separated by spaces, like this: b1 b2 … b${N}`,

  // Exact integers, since entries of any size are allowed and their order decides.
  answer: bigIntegerList,

  score(B, { N, A, gold_answer }) {
    const fault = findCountFault(B, N, "integer");
    if (fault !== undefined) return invalid(fault);
    const hasRise = B.some((value, index) => index > 0 && value > B[index - 1]);
    const hasFall = B.some((value, index) => index > 0 && value < B[index - 1]);
    if (hasRise && hasFall) return invalid("the array both rises and falls");
    let total = 0n;
    for (const [index, value] of B.entries()) {
      const difference = value - BigInt(A[index]);
      total += difference < 0n ? -difference : difference;
    }
    return change.verdict(total, BigInt(gold_answer));
  },

  picture: ({ A }) => barsPicture(A, { base: 1 }),

  solve: ({ A }) => nearestMonotone(A).join(" "),
});

function totalChange(A: readonly number[], B: readonly number[]): number {
  return A.reduce((change, value, index) => change + Math.abs(value - B[index]), 0);
}

function nearestMonotone(A: readonly number[]): number[] {
  const rising = nearestNonDecreasing(A);
  const falling = nearestNonDecreasing(A.toReversed()).reverse();
  return totalChange(A, rising) <= totalChange(A, falling) ? rising : falling;
}

/**
 * The non-decreasing array of least total change. Slope trick: a heap holds the breakpoints of the
 * least change of a prefix as a function of its last value, the greatest of them being the best
 * last value; traced back, no value may exceed the one after it. O(N log N).
 */
function nearestNonDecreasing(A: readonly number[]): number[] {
  const breakpoints = new PriorityQueue<number>();
  const bestLast = A.map((value) => {
    breakpoints.push(value, -value);
    breakpoints.push(value, -value);
    breakpoints.pop();
    return breakpoints.first ?? value;
  });
  let bound = Number.POSITIVE_INFINITY;
  return bestLast
    .reverse()
    .map((value) => {
      bound = Math.min(bound, value);
      return bound;
    })
    .reverse();
}
