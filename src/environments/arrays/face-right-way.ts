import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { findIntervalFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { toRange } from "../toolkit/pictures/marks.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { betterThanBest } from "../toolkit/scoring/optima.ts";
import { powerOfRatio } from "../toolkit/scoring/powers.ts";
import {
  correct,
  invalid,
  invalidWords,
  partial,
  unsuccessful,
  unsuccessfulWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** The share of the reward for the number of operations; the rest is for the length. */
const OPERATIONS_SHARE = 0.5;
const LENGTH_SHARE = 1 - OPERATIONS_SHARE;
const BETA = 5;
/** Far beyond any use: the gold plan takes N² steps. */
const MAX_N = 5_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, 1),
  gold_answer: z.object({ K: integerFrom(1), M: integerFrom(1) }),
  reference_answer: z.string(),
}).check(
  lengths("N", "A"),
  holds("A", ({ A }) => A.includes(1), "must hold a 1"),
);

export const faceRightWay = defineEnvironment({
  id: "FaceRightWay",
  title: "Flip segments of one length to zero",
  summary: "Zero a 0/1 array with the fewest flips of segments of one common, smallest length.",
  reward: `${OPERATIONS_SHARE}·(best M/M)^${BETA}, plus ${LENGTH_SHARE}·(best K/K)^${BETA} if M is best; ${invalidWords()}, ${unsuccessfulWords("not all 0")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const length = random.integer(2, N);
    const placeCount = N - length + 1;
    const lefts = random.distinctIntegers(random.integer(1, placeCount), 1, placeCount);
    const zeros = new Array<number>(N).fill(0);
    const A = flipped(zeros, toSegments(lefts, length));
    const segments = fewestFlips(A);
    const gold_answer = { K: lengthOf(segments[0]), M: segments.length };
    return { N, A, gold_answer, reference_answer: formatRows(segments) };
  },

  prompt: ({ N, A }) =>
    `An array A holds ${N} bits, with indices from 1:
${formatIndexed("A", A, 1)}

First fix a length K with 1 ≤ K ≤ ${N}. Then do any number of operations; each chooses a segment [l, r] of exactly K neighbouring elements (1 ≤ l, r = l + K − 1 ≤ ${N}) and flips all of them: 0 becomes 1 and 1 becomes 0. All operations use the same K, and at the end every element must be 0.

Choose K and the operations so that the number of operations is as small as possible; among all ways with that number of operations, K is to be as small as possible.

Answer with the operations in any order, one on each line, as the ends l and r of its segment (both included) separated by a space. The form is:
${placeholderLines("l r")}`,

  answer: integerTuples(2),

  score(segments, { N, A, gold_answer }) {
    for (const segment of segments) {
      const fault = findIntervalFault(segment, 1, N);
      if (fault !== undefined) return invalid(fault);
      if (lengthOf(segment) !== lengthOf(segments[0])) {
        return invalid(`lengths ${lengthOf(segments[0])} and ${lengthOf(segment)} differ`);
      }
    }
    const one = flipped(A, segments).indexOf(1);
    if (one !== -1) return unsuccessful(`element ${one + 1} is 1 in the end`);
    return scorePlan({ K: lengthOf(segments[0]), M: segments.length }, gold_answer);
  },

  picture: ({ N, A }, segments) =>
    rowPicture(A, {
      base: 1,
      chosen: segments?.slice(0, N).flatMap(([left, right]) => toRange(left, right, N, 1)),
    }),

  solve: ({ A }) => formatRows(fewestFlips(A)),
});

/** How long the segments of a plan are (K) and how many there are (M). */
interface PlanSize {
  K: number;
  M: number;
}

function scorePlan(plan: PlanSize, gold: PlanSize): Verdict {
  if (plan.M < gold.M) return betterThanBest(plan.M, gold.M);
  if (plan.M > gold.M) {
    const reason = formatCount(plan.M, "operation");
    return partial(
      OPERATIONS_SHARE * powerOfRatio(gold.M, plan.M, BETA),
      `${reason}, best ${gold.M}`,
      `${reason}, which is not the fewest`,
    );
  }
  if (plan.K < gold.K) return betterThanBest(plan.K, gold.K);
  if (plan.K === gold.K) return correct();
  const reason = `the fewest operations, but of length ${plan.K}`;
  return partial(
    OPERATIONS_SHARE + LENGTH_SHARE * powerOfRatio(gold.K, plan.K, BETA),
    `${reason}, best ${gold.K}`,
    `${reason}, which is not the smallest`,
  );
}

function lengthOf([left, right]: readonly number[]): number {
  return right - left + 1;
}

function toSegments(lefts: readonly number[], length: number): number[][] {
  return lefts.map((left) => [left, left + length - 1]);
}

/** The array after flipping the segments, O(N + segments). */
function flipped(A: readonly number[], segments: readonly number[][]): number[] {
  const turns = new Uint8Array(A.length + 2);
  for (const [left, right] of segments) {
    turns[left] ^= 1;
    turns[right + 1] ^= 1;
  }
  let turned = 0;
  return A.map((bit, index) => {
    turned ^= turns[index + 1];
    return bit ^ turned;
  });
}

/** The best plan: for each length the only one there is, O(N²). */
function fewestFlips(A: readonly number[]): number[][] {
  let best: number[][] = [];
  for (let length = 1; length <= A.length; length++) {
    const lefts = onlyFlips(A, length);
    if (lefts === undefined) continue;
    if (best.length === 0 || lefts.length < best.length) best = toSegments(lefts, length);
  }
  return best;
}

/**
 * The left ends (1-based) of the segments that zero the array, undefined if none do: from the left,
 * the first 1 can only be flipped by the segment that starts there. O(N).
 */
function onlyFlips(A: readonly number[], length: number): number[] | undefined {
  const lefts: number[] = [];
  const isStart = new Uint8Array(A.length + 1);
  let turned = 0;
  for (let index = 1; index <= A.length; index++) {
    if (index > length) turned ^= isStart[index - length];
    if ((A[index - 1] ^ turned) === 0) continue;
    if (index + length - 1 > A.length) return undefined;
    lefts.push(index);
    isStart[index] = 1;
    turned ^= 1;
  }
  return lefts;
}
