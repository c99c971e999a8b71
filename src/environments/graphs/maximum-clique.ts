import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { toAdjacencyMatrix } from "../toolkit/graphs/adjacency-matrix.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { maximumClique as findMaximumClique } from "../toolkit/graphs/maximum-clique.ts";
import { recurrence } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/**
 * Branch and bound by greedy colours (Tomita and Seki), exponential: at level 20 the slowest of 200
 * graphs takes some 10 ms; at most about a second for so many vertices of any density.
 */
const MAX_N = 100;

const size = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges,
  gold_answer: integerFrom(1, MAX_N),
  reference_answer: z.string(),
}).check(graph("edges", "N"));

/** At level 0, with four vertices, a single edge is best in three of five problems. */
export const maximumClique = defineEnvironment({
  id: "MaximumClique",
  title: "Maximum clique",
  summary: "Find a largest set of pairwise adjacent vertices in an undirected graph.",
  reward: `${size.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 4 },
    ({ N }) => ({ N: N + 2 }),
    ({ N }) => densitySets(N, EDGE_DENSITIES, 1),
  ),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const clique = findMaximumClique(toAdjacencyMatrix(N, edges));
    return {
      N,
      edge_density,
      edges,
      gold_answer: clique.length,
      reference_answer: clique.join(" "),
    };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}

Choose as many distinct vertices as possible such that an edge joins every two of them (a maximum clique).

Answer with the chosen vertices in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(vertices, { N, edges, gold_answer }) {
    const fault = findIndexFault(vertices, N);
    if (fault !== undefined) return invalid(fault);
    const edgeBetween = edgeIndex(edges);
    for (const [index, v] of vertices.entries()) {
      const stranger = vertices.slice(0, index).find((u) => edgeBetween(u, v) === -1);
      if (stranger !== undefined) return invalid(`no edge joins ${stranger} and ${v}`);
    }
    return size.verdict(vertices.length, gold_answer);
  },

  picture: ({ N, edges }, chosen) => graphPicture(N, edges, { chosen }),

  solve: ({ N, edges }) => findMaximumClique(toAdjacencyMatrix(N, edges)).join(" "),
});
