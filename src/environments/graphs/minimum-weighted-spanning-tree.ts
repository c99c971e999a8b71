import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { depthWeightedTree } from "../toolkit/graphs/depth-weighted-tree.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { chosenSpanningTree } from "../toolkit/scoring/chosen-edges.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Also the greatest weight. Level 20 has 23 vertices; the exact search is exponential. */
const MAX_N = 24;

const cost = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, MAX_N),
  gold_answer: integerFrom(0),
}).check(graph("edges", "N"), connected("edges", "N"));

type Edge = [u: number, v: number, weight: number];

/** At level 0 every graph is a triangle. */
export const minimumWeightedSpanningTree = defineEnvironment({
  id: "MinimumWeightedSpanningTree",
  title: "Depth-weighted spanning tree",
  summary:
    "Choose a root and a spanning tree minimising the sum of edge weight times depth of its lower end.",
  reward: `${cost.words}; ${invalidWords()}, ${malformedWords("half an edge")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => densitySets(N, EDGE_DENSITIES, N)),

  generate({ N, edge_density }, random) {
    const edges = randomConnectedGraph(N, countEdges(N, edge_density), random).map(
      ([u, v]): Edge => [u, v, random.integer(0, N)],
    );
    return { N, edge_density, edges, gold_answer: depthWeightedTree(N, edges).cost };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges, { weighted: true })}

Choose ${N - 1} of these edges that connect all the vertices (a spanning tree), and one vertex as the root of the tree. A vertex other than the root costs the weight of the first edge on its path in the tree to the root, times the number of edges of that path. Make the sum of these costs as small as possible.

The edges may stand in any order, and so may the two ends of an edge. Answer with the root r, followed by the two ends of each chosen edge, one edge after the other, as ${2 * N - 1} integers separated by spaces, like this: r ${placeholderEnds(N - 1)}`,

  answer: integerList,

  score([root, ...ends], { N, edges, gold_answer }) {
    if (root === undefined) return malformed("no root given");
    if (!(root >= 0 && root < N)) return invalid(`${formatFigure(root)} is no vertex`);
    const chosen = chosenSpanningTree(ends, N, edges);
    if (!Array.isArray(chosen)) return chosen;
    const adjacency = toAdjacency(
      N,
      chosen.map((edge) => edges[edge]),
    );
    const { depth, parentWeight } = rootTree(adjacency, root);
    return cost.verdict(
      sum(depth.map((edgeCount, at) => edgeCount * parentWeight[at])),
      gold_answer,
    );
  },

  picture: ({ N, edges }, answer) =>
    graphPicture(N, edges, { chosen: answer?.slice(0, 1), chosenEnds: answer?.slice(1) }),

  solve({ N, edges }) {
    const { root, parent } = depthWeightedTree(N, edges);
    const tree = [...parent.entries()].filter(([vertex]) => vertex !== root);
    return `${root} ${formatEnds(tree)}`;
  },
});
