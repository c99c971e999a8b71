import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { counting } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toBatches } from "../toolkit/pictures/marks.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { findSliceFault, traceEnds } from "../toolkit/sequences/slices.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const cost = minimising({ beta: 5 });

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 10_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1),
  gold_answer: integerFrom(1),
}).check(lengths("N", "A"));

export const cleaningUp = defineEnvironment({
  id: "CleaningUp",
  title: "Batches with few distinct values",
  summary:
    "Split a sequence into batches so that the sum of squared distinct-value counts is least.",
  reward: `${cost.words}; ${invalidWords()}, ${malformedWords("no batch")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const A = drawSequence(N, random);
      const gold_answer = totalCost(A, cheapestBatches(A));
      // Neither N batches of one element nor a single batch may be best.
      const trivialCost = Math.min(N, new Set(A).size ** 2);
      return gold_answer < trivialCost ? { N, A, gold_answer } : undefined;
    });
  },

  prompt: ({ N, A }) =>
    `A sequence A has ${N} elements, with indices from 1:
${formatIndexed("A", A, 1)}

Split the sequence into one or more consecutive batches, each with at least one element, so that every element belongs to exactly one batch. A batch that contains d different values costs d². Make the total cost of all batches as small as possible.

Answer with the index of the last element of each batch, in increasing order, separated by spaces; the last of these numbers is ${N}. For example, i j ${N} stands for three batches: A[1] to A[i], A[i+1] to A[j], and A[j+1] to A[${N}].`,

  answer: integerList,

  score(ends, { N, A, gold_answer }) {
    if (ends.length === 0) return malformed("no batch");
    const fault = findSliceFault(ends, N, 1);
    if (fault !== undefined) return invalid(fault);
    return cost.verdict(totalCost(A, ends), gold_answer);
  },

  picture: ({ N, A }, ends) => barsPicture(A, { base: 1, groups: toBatches(ends, N, 1) }),

  solve: ({ A }) => cheapestBatches(A).join(" "),
});

/** Blocks between random cuts, each filled with few distinct values. */
function drawSequence(N: number, random: Random): number[] {
  const blocks = randomComposition(N, random.integer(2, N), random);
  return blocks.flatMap((length) => {
    const palette = random.distinctIntegers(Math.floor(Math.sqrt(length)), 1, N);
    return Array.from({ length }, () => random.choice(palette));
  });
}

/** The sum of the squared numbers of distinct values of the batches with these 1-based ends. */
function totalCost(A: readonly number[], ends: readonly number[]): number {
  let total = 0;
  let start = 0;
  for (const end of ends) {
    total += new Set(A.slice(start, end)).size ** 2;
    start = end;
  }
  return total;
}

/**
 * The 1-based ends of a cheapest split. Dynamic programming over ends: for each number d of
 * distinct values only the longest batch matters, and since single elements cost N in all, no more
 * than √N distinct values do, O(N√N).
 */
function cheapestBatches(A: readonly number[]): number[] {
  const limit = Math.floor(Math.sqrt(A.length));
  const least = [0];
  const start = [0];
  // Where the latest distinct values last occurred (1-based), latest first.
  let lastSeen: number[] = [];
  for (let end = 1; end <= A.length; end++) {
    const earlier = lastSeen.filter((position) => A[position - 1] !== A[end - 1]);
    lastSeen = [end, ...earlier.slice(0, limit)];
    least[end] = Number.POSITIVE_INFINITY;
    for (let distinct = 1; distinct <= Math.min(limit, lastSeen.length); distinct++) {
      const before = lastSeen[distinct] ?? 0;
      if (least[before] + distinct ** 2 >= least[end]) continue;
      least[end] = least[before] + distinct ** 2;
      start[end] = before;
    }
  }
  return traceEnds(start, A.length);
}
