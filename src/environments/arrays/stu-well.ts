import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Heights lie in [1, N · WEIGHT_MULTIPLE]. */
const WEIGHT_MULTIPLE = 4;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({ X: integers, M: z.int(), reference_answer: z.int() });

export const stuWell = defineEnvironment({
  id: "STUWell",
  title: "Digging a well smoothly",
  summary:
    "Lower entries by at most M unit steps so that one becomes 0 and the largest step between neighbours is least.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: N + 1 })),

  generate({ N }, random) {
    const X = random.integers(N, 1, N * WEIGHT_MULTIPLE);
    const M = random.integer(Math.min(...X), sum(X));
    return { N, X, M, reference_answer: leastSteepness(X, M) };
  },

  prompt: ({ N, X, M }) =>
    `An array X of ${N} integers, with indices from 0, gives the heights of the ground along a line:
${formatIndexed("X", X)}

A move chooses an index i and decreases X[i] by 1. You may make at most ${formatCount(M, "move")}, in any way (the same index may be chosen repeatedly). At the end, at least one entry must be 0. What is the smallest possible value, at the end, of the largest difference |X[i] - X[i+1]| between neighbours (0 ≤ i < ${N - 1})?

Answer with this smallest possible value as one integer.`,

  answer: integer,

  score: (steepness, { reference_answer }) => exactValue(steepness, reference_answer),

  solve: ({ X, M }) => String(leastSteepness(X, M)),
});

/** The least largest difference of neighbours: bisection, O(N² log max X). */
function leastSteepness(X: readonly number[], M: number): number {
  const highest = Math.max(...X); // enough, as a least entry can be lowered to 0
  return leastInteger(0, highest, (steepness) => fewestMoves(X, steepness) <= M);
}

/**
 * The fewest moves after which no neighbours differ by more than the steepness and some entry is 0.
 * With the well, the entry 0, chosen, each height can stay at the lower of the highest smooth one
 * and of the rise from the well to there. O(N²).
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
