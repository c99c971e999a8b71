import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { arcDensitySets, countArcs } from "../toolkit/graphs/density.ts";
import { lightestSimplePath } from "../toolkit/graphs/lightest-simple-path.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomFurtherArcs } from "../toolkit/random/graphs.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { walkedEdges } from "../toolkit/scoring/chosen-edges.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/** The search is exponential: of 200 graphs of so many vertices the slowest takes about 0.1 s. */
const MAX_N = 40;

const total = maximising({ beta: 5 });

const Parameters = z
  .object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) })
  .check(
    holds(
      "edge_density",
      ({ N, edge_density }) => countArcs(N, edge_density) > 0,
      "must give at least one edge",
    ),
  );
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_N).min(1),
  gold_answer: integerFrom(1),
}).check(graph("edges", "N", { directed: true }));

type Edges = readonly (readonly [from: number, to: number, weight: number])[];

export const longestPath = defineEnvironment({
  id: "LongestPath",
  title: "Heaviest simple path",
  summary:
    "Find a path without repeated vertices of greatest total edge weight in a weighted directed graph.",
  reward: `${total.words}; ${invalidWords()}, ${malformedWords("no vertex")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => arcDensitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const arcs = randomFurtherArcs(N, [], countArcs(N, edge_density), random);
    const edges = arcs.map(([from, to]): [number, number, number] => {
      return [from, to, random.integer(1, N)];
    });
    return { N, edge_density, edges, gold_answer: heaviestPath(N, edges).weight };
  },

  prompt: ({ N, edges }) =>
    `${describeDirectedGraph(N, edges, { weighted: true })}

Find a path along the edges that visits no vertex twice and whose total weight is as large as possible. It may start and end at any vertices and need not visit all of them.

Answer with the vertices of the path in order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(path, { N, edges, gold_answer }) {
    if (path.length === 0) return malformed("no vertex given");
    const fault = findIndexFault(path, N);
    if (fault !== undefined) return invalid(fault);
    const walked = walkedEdges(path, edges);
    if (!Array.isArray(walked)) return walked;
    return total.verdict(sum(walked.map((edge) => edges[edge][2])), gold_answer);
  },

  picture: ({ N, edges }, walk) => graphPicture(N, edges, { directed: true, walk }),

  solve: ({ N, edges }) => heaviestPath(N, edges).path.join(" "),
});

/** A path of greatest weight is a lightest one for the negated weights: branch and bound. */
function heaviestPath(N: number, edges: Edges): { path: number[]; weight: number } {
  const costs = Array.from({ length: N }, () =>
    new Array<number>(N).fill(Number.POSITIVE_INFINITY),
  );
  for (const [from, to, weight] of edges) costs[from][to] = -weight;
  const path = lightestSimplePath(costs, { visitsAll: false }) ?? [];
  return { path, weight: -sum(path.slice(1).map((to, step) => costs[path[step]][to])) };
}
