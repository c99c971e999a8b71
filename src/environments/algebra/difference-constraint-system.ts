import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigIntegerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { formatSeries } from "../toolkit/text/series.ts";

/** A bound exceeds the planted difference by 0 to SLACK. */
const SLACK = 5;
/** Inequalities a variable, of which each makes a parameter set. */
const DENSITIES = [1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 2];

/** Far beyond any use; the bounds keep a solution, found in up to N · M steps, within a second. */
const MAX_N = 1_000;
const MAX_M = 100_000;
/** Keeps sums along a path of inequalities far below 2^53. */
const LARGEST = 1_000_000_000;

const inequalities = satisfying({ beta: 5, unit: "inequalities satisfied" });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), M: sizeFrom(1, MAX_M) });
const Instance = instanceOf(Parameters, {
  x: integersFrom(-LARGEST, LARGEST),
  reference_answer: z.string(),
  inequations: edges,
  results: integersFrom(-LARGEST, LARGEST),
}).check(
  lengths("N", "x"),
  lengths(({ N, M }) => Math.min(M, N * (N - 1)), "inequations", "results"),
  graph("inequations", "N", { directed: true }),
  holds(
    "results",
    ({ x, inequations, results }) =>
      inequations.every(([i, j], index) => x[i] - x[j] <= results[index]),
    "must be bounds that x satisfies",
  ),
);

export const differenceConstraintSystem = defineEnvironment({
  id: "DifferenceConstraintSystem",
  title: "Difference constraints",
  summary: "Find integers that satisfy a list of inequalities of the form x[i] - x[j] <= c.",
  reward: `${inequalities.words}; ${malformedWords("wrong length")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["x"],
  levels: growing({ N: 3 }, ({ N }) =>
    DENSITIES.map((density) => ({ N, M: Math.floor(density * N) })),
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
    `There are ${N} integer unknowns ${formatSeries(N, (index) => `x[${index}]`)} and ${formatCount(inequations.length, "inequality", "inequalities")}:
${formatLines(inequations, ([i, j], index) => `x[${i}] - x[${j}] <= ${results[index]}`)}

Find integers that satisfy ${results.length === 1 ? "it" : "all of them"}; they may be negative. There is a solution, and any will do.

Answer with the ${N} integers in the order of their indices on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: bigIntegerList,

  score(x, { N, inequations, results }) {
    const fault = findCountFault(x, N, "integer");
    if (fault !== undefined) return malformed(fault);
    let satisfied = 0;
    for (const [index, [i, j]] of inequations.entries()) {
      if (x[i] - x[j] <= results[index]) satisfied++;
    }
    return inequalities.verdict(satisfied, inequations.length);
  },

  /** Arrows from x[j] to x[i], with the bound of x[i] - x[j]. */
  picture: ({ N, inequations, results }, values) =>
    graphPicture(
      N,
      inequations.map(([i, j], index) => [j, i, `≤ ${results[index]}`]),
      { directed: true, notes: values },
    ),

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
 * Ford, O(N · M), often far less: it ends with the first round that changes nothing.
 */
function shortestDistances(
  N: number,
  inequations: readonly (readonly number[])[],
  results: readonly number[],
): number[] {
  const distance = new Array<number>(N).fill(0);
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const [index, [i, j]] of inequations.entries()) {
      if (distance[i] <= distance[j] + results[index]) continue;
      distance[i] = distance[j] + results[index];
      hasChanged = true;
    }
  }
  return distance;
}
