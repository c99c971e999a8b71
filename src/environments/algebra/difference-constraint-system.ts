import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { integerRows, integers } from "../toolkit/schemas/integers.ts";
import { fraction } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** A bound exceeds the planted difference by 0 to SLACK. */
const SLACK = 5;
const BETA = 5;
/** Inequalities a variable, of which each makes a parameter set. */
const DENSITIES = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2];

const Parameters = z.object({ N: z.int().min(2), M: z.int().min(1) });
const Instance = Parameters.extend({
  x: integers,
  reference_answer: z.string(),
  inequations: integerRows,
  results: integers,
});

export const differenceConstraintSystem = defineEnvironment({
  id: "DifferenceConstraintSystem",
  title: "Difference constraints",
  summary: "Find integers that satisfy a list of inequalities of the form x[i] - x[j] <= c.",
  reward: "(satisfied/all)^5; wrong length −1",
  parameters: Parameters,
  instance: Instance,
  hidden: ["x"],
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) => DENSITIES.map((density) => ({ N, M: Math.floor(density * N) })),
  ),

  generate({ N, M }, random) {
    const x = random.integers(N, -N, N);
    const pairCount = N * (N - 1);
    const inequations = random
      .distinctIntegers(Math.min(M, pairCount), 0, pairCount - 1)
      .map((pair) => toOrderedPair(pair, N));
    const results = inequations.map(([i, j]) => x[i] - x[j] + random.integer(0, SLACK));
    return { N, M, x, reference_answer: x.join(" "), inequations, results };
  },

  prompt: ({ N, inequations, results }) =>
    `There are ${N} integer unknowns x[0], …, x[${N - 1}] and ${formatCount(inequations.length, "inequality", "inequalities")}:
${formatLines(inequations, ([i, j], index) => `x[${i}] - x[${j}] <= ${results[index]}`)}

Find integers, negative ones allowed, that satisfy all inequalities. A solution exists; any will do.

Answer with the values of x[0], …, x[${N - 1}] in this order on one line, separated by spaces, like this: a b …`,

  answer: bigIntegerList,

  score(x, { N, inequations, results }) {
    if (x.length !== N) return malformed(`${x.length} integers instead of ${N}`);
    let satisfied = 0;
    for (const [index, [i, j]] of inequations.entries()) {
      if (x[i] - x[j] <= results[index]) satisfied++;
    }
    return fraction(satisfied, inequations.length, BETA, "inequalities satisfied");
  },

  solve: ({ N, inequations, results }) => shortestDistances(N, inequations, results).join(" "),
});

/** The ordered pair [i, j], i ≠ j, of 0..N−1 that has the given number among all of them. */
function toOrderedPair(pair: number, N: number): [number, number] {
  const i = Math.floor(pair / (N - 1));
  const other = pair % (N - 1);
  return [i, other < i ? other : other + 1];
}

/**
 * A solution: x[i] − x[j] ≤ c is the triangle inequality of an edge j → i of length c, so that the
 * distances from a source joined to all vertices with length 0 satisfy all of them. Bellman and
 * Ford, O(N · M).
 */
function shortestDistances(
  N: number,
  inequations: readonly (readonly number[])[],
  results: readonly number[],
): number[] {
  const distance = new Array<number>(N).fill(0);
  for (let round = 0; round < N; round++) {
    for (const [index, [i, j]] of inequations.entries()) {
      distance[i] = Math.min(distance[i], distance[j] + results[index]);
    }
  }
  return distance;
}
