import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Heights lie in [1, N · WEIGHT_MULTIPLE]. */
const WEIGHT_MULTIPLE = 4;

/** Far beyond any use: a trial of the bisection takes N² steps. */
const MAX_N = 2_000;
/** Keeps sums of heights below 2^53, also where a problem was made with another multiple. */
const MAX_HEIGHT = 1_000_000_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  X: integersFrom(1, MAX_HEIGHT),
  M: integerFrom(1),
  reference_answer: integerFrom(0),
}).check(
  lengths("N", "X"),
  holds("M", ({ X, M }) => M >= Math.min(...X), "must be at least the smallest element of X"),
);

export const stuWell = defineEnvironment({
  id: "STUWell",
  title: "Digging a well smoothly",
  summary:
    "Lower entries by at most M unit steps so that one becomes 0 and the largest step between neighbours is least.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const X = random.integers(N, 1, N * WEIGHT_MULTIPLE);
    const M = random.integer(Math.min(...X), sum(X));
    return { N, X, M, reference_answer: leastSteepness(X, M) };
  },

  prompt: ({ N, X, M }) =>
    `An array X of ${N} integers, with indices from 0, gives the heights of the ground along a line:
${formatIndexed("X", X)}

A move chooses an index i and decreases X[i] by 1. The same index may be chosen repeatedly, and entries may become negative. You may make at most ${formatCount(M, "move")}. At the end, at least one entry must be 0. What is the smallest possible value, at the end, of the largest difference |X[i] - X[i+1]| between neighbours (0 ≤ i < ${N - 1})?

Answer with this smallest possible value as one integer, like this: d`,

  picture: ({ X }) => barsPicture(X),

  ...exactInteger(({ X, M }: { X: number[]; M: number }) => leastSteepness(X, M)),
});

/** The least largest difference of neighbours: bisection, O(N² log max X). */
function leastSteepness(X: readonly number[], M: number): number {
  const highest = Math.max(...X); // enough, as a least entry can be lowered to 0
  return leastInteger(0, highest, (steepness) => fewestMoves(X, steepness) <= M);
}

/**
 * The fewest moves after which no neighbours differ by more than the steepness and some entry is 0.
 * With the well, the entry 0, chosen, each height can stay at the lower of the highest smooth one
 * and of the rise from the well to there, so that none need become negative. O(N²).
 */
function fewestMoves(X: readonly number[], steepness: number): number {
  const smoothed = highestSmooth(X, steepness);
  const remaining = X.map((_, well) =>
    sum(smoothed.map((height, index) => Math.min(height, steepness * Math.abs(index - well)))),
  );
  return sum(X) - Math.max(...remaining);
}

/** The highest heights, nowhere above X, whose neighbours differ by at most the steepness. */
function highestSmooth(X: readonly number[], steepness: number): number[] {
  const heights = [...X];
  for (let index = 1; index < heights.length; index++) {
    heights[index] = Math.min(heights[index], heights[index - 1] + steepness);
  }
  for (let index = heights.length - 2; index >= 0; index--) {
    heights[index] = Math.min(heights[index], heights[index + 1] + steepness);
  }
  return heights;
}
