import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toBatches } from "../toolkit/pictures/marks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { findSliceFault, sliceSums } from "../toolkit/sequences/slices.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** M lies in [LEAST_M, max(LEAST_M, ⌊N / M_RANGE_COEFFICIENT⌋)]. */
const LEAST_M = 3;
const M_RANGE_COEFFICIENT = 2;
/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const largest = minimising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  M: integerFrom(1),
  A: integersFrom(1, MAX_N),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(lengths("N", "A"), within("M", 2, "N"));

export const minimumMaxSlicer = defineEnvironment({
  id: "Minimum_MaxSlicer",
  title: "Least largest batch sum",
  summary: "Cut an array into M consecutive batches so that the largest batch sum is smallest.",
  reward: `${largest.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const M = random.integer(LEAST_M, Math.max(LEAST_M, Math.floor(N / M_RANGE_COEFFICIENT)));
    const A = random.integers(N, 1, N);
    const ends = lightestSlicing(A, M);
    return {
      N,
      M,
      A,
      gold_answer: largestSum(A, ends),
      reference_answer: ends.join(" "),
    };
  },

  prompt: ({ N, M, A }) =>
    `Here is an array A of ${N} positive integers, with indices from 0:
${formatIndexed("A", A)}

Cut the array into exactly ${M} consecutive batches, each of at least one element; every element belongs to one batch. Choose the cuts so that the largest sum of a batch is as small as possible.

Answer with the index of the last element of each batch, from the first batch to the last: ${M} increasing integers on one line, separated by spaces, of which the last is ${N - 1}, like this: ${placeholders(M - 1, "i")} ${N - 1}`,

  answer: integerList,

  score(ends, { N, M, A, gold_answer }) {
    const fault = findCountFault(ends, M, "batch", "batches") ?? findSliceFault(ends, N);
    if (fault !== undefined) return invalid(fault);
    return largest.verdict(largestSum(A, ends), gold_answer);
  },

  picture: ({ N, A }, ends) => barsPicture(A, { groups: toBatches(ends, N) }),

  solve: ({ A, M }) => lightestSlicing(A, M).join(" "),
});

function largestSum(A: readonly number[], ends: readonly number[]): number {
  return extremes(sliceSums(A, ends))[1];
}

/**
 * The last indices of M batches whose largest sum is least: bisection of that sum, each candidate
 * tried by filling batches greedily, O(N log ΣA). Batches that are too few are cut at the smallest
 * free indices, which makes no sum larger.
 */
function lightestSlicing(A: readonly number[], M: number): number[] {
  const [, greatest] = extremes(A);
  const least = leastInteger(greatest, sum(A), (limit) => filledBatches(A, limit).length <= M);
  const ends = new Set(filledBatches(A, least));
  for (let index = 0; ends.size < M; index++) ends.add(index);
  return [...ends].sort((a, b) => a - b);
}

/** The last indices of batches that are each as long as the limit, at least every value, allows. */
function filledBatches(A: readonly number[], limit: number): number[] {
  const ends: number[] = [];
  let load = 0;
  for (const [index, value] of A.entries()) {
    if (load + value > limit) {
      ends.push(index - 1);
      load = 0;
    }
    load += value;
  }
  ends.push(A.length - 1);
  return ends;
}
