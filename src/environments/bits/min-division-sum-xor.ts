import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toBatches } from "../toolkit/pictures/marks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { findSliceFault, sliceSums, traceEnds } from "../toolkit/sequences/slices.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** Bit operations take signed 32-bit integers: sums, up to N³, must stay below 2^31. */
const MAX_N = 1290;

const or = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, MAX_N ** 2),
  K: integerFrom(1),
  gold_answer: integerFrom(0),
}).check(lengths("N", "A"));

export const minDivisionSumXor = defineEnvironment({
  id: "MinDivisionSumXor",
  title: "Batches with the least OR of sums",
  summary:
    "Split an array into at most K consecutive batches so that the bitwise OR of the batch sums is as small as possible.",
  reward: `${or.words}; ${invalidWords()}, ${malformedWords("no batch")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 0, N ** 2);
    const K = random.integer(2, N);
    return { N, A, K, gold_answer: orOfSums(leastSplit(A, K), A) };
  },

  prompt: ({ N, A, K }) =>
    `Here are ${N} numbers A[1] to A[${N}]:
${formatLines(A, (value, index) => `A[${index + 1}] = ${value}`)}

Split them, in this order, into k consecutive batches, where 1 ≤ k ≤ ${K} and every batch holds at least one number. Add up the numbers of each batch, and take the bitwise OR of the k sums. Make this OR as small as possible.

Write end[j] for the index of the last number in batch j: the first batch is A[1] to A[end[1]], the second is A[end[1] + 1] to A[end[2]], and so on, and end[k] = ${N}.

Answer with end[1] to end[k] in ascending order, separated by spaces, like this: ${ANY_NUMBER} ${N}`,

  answer: integerList,

  score(ends, { N, A, K, gold_answer }) {
    if (ends.length === 0) return malformed("no batch is given");
    if (ends.length > K) return invalid(`${ends.length} batches, more than ${K}`);
    const fault = findSliceFault(ends, N, 1);
    if (fault !== undefined) return invalid(fault);
    return or.verdict(orOfSums(ends, A), gold_answer);
  },

  picture: ({ N, A }, ends) => barsPicture(A, { groups: toBatches(ends, N) }),

  solve: ({ A, K }) => leastSplit(A, K).join(" "),
});

function orOfSums(ends: readonly number[], A: readonly number[]): number {
  return sliceSums(A, ends, 1).reduce((bits, sum) => bits | sum, 0);
}

/**
 * The last indices of the batches of a best split: greedily, from the highest bit down, a bit is kept
 * out of the OR if some split allows it together with the bits kept out before. O(N² · bits).
 */
function leastSplit(A: readonly number[], K: number): number[] {
  const sums = prefixSums(A);
  let allowed = 2 ** 31 - 1;
  let best = [A.length];
  for (let bit = 30; bit >= 0; bit--) {
    const split = shortestSplit(sums, allowed ^ (1 << bit));
    if (split === undefined || split.length > K) continue;
    allowed ^= 1 << bit;
    best = split;
  }
  return best;
}

/**
 * The last indices of a split into as few batches as possible whose sums have only allowed bits;
 * undefined if there is none. Dynamic programming over the first 0, 1, …, N numbers, O(N²).
 */
function shortestSplit(sums: readonly number[], allowed: number): number[] | undefined {
  const N = sums.length - 1;
  const fewest = [0];
  const previousEnd = [0];
  for (let end = 1; end <= N; end++) {
    fewest[end] = Number.POSITIVE_INFINITY;
    for (let start = 0; start < end; start++) {
      if (fewest[start] + 1 >= fewest[end]) continue;
      if (((sums[end] - sums[start]) & ~allowed) !== 0) continue;
      fewest[end] = fewest[start] + 1;
      previousEnd[end] = start;
    }
  }
  if (fewest[N] === Number.POSITIVE_INFINITY) return undefined;
  return traceEnds(previousEnd, N);
}
