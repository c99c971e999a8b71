import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { chosenSpanningTree } from "../toolkit/scoring/chosen-edges.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9];

const MAX_N = 1_000;
/** Weights lie in [1, number of edges]. */
const MAX_WEIGHT = MAX_N ** 2;

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_WEIGHT),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(graph("edges", "N"), connected("edges", "N"));

/** Both ends (the smaller first) and the weight. */
type Edge = [u: number, v: number, weight: number];

export const minimumSpanningTree = defineEnvironment({
  id: "MinimumSpanningTree",
  title: "Minimum spanning tree",
  summary: "Select N−1 edges forming a spanning tree of minimum total weight.",
  reward: `${total.words}; ${invalidWords()}, ${malformedWords("odd count")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, N)),

  generate({ N, edge_density }, random) {
    const edgeCount = countEdges(N, edge_density);
    const edges = randomConnectedGraph(N, edgeCount, random).map(([u, v]): Edge => {
      return [u, v, random.integer(1, Math.max(1, edgeCount))];
    });
    const tree = lightestTree(N, edges);
    return {
      N,
      edge_density,
      edges,
      gold_answer: sum(tree.map(([, , weight]) => weight)),
      reference_answer: formatEnds(tree),
    };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges, { weighted: true })}

Choose ${N - 1} of these edges that connect all the vertices (a spanning tree), with a total weight as small as possible.

The edges may stand in any order, and so may the two ends of an edge. Answer with the two ends of each chosen edge, one edge after the other, as ${2 * (N - 1)} integers separated by spaces, like this: ${placeholderEnds(N - 1)}`,

  answer: integerList,

  score(ends, { N, edges, gold_answer }) {
    const chosen = chosenSpanningTree(ends, N, edges);
    if (!Array.isArray(chosen)) return chosen;
    return total.verdict(sum(chosen.map((edge) => edges[edge][2])), gold_answer);
  },

  picture: ({ N, edges }, chosenEnds) => graphPicture(N, edges, { chosenEnds }),

  solve: ({ N, edges }) => formatEnds(lightestTree(N, edges)),
});

/** The edges of a minimum spanning tree: Kruskal, O(E log E). */
function lightestTree(N: number, edges: readonly Edge[]): Edge[] {
  const components = new UnionFind(N);
  return edges.toSorted((a, b) => a[2] - b[2]).filter(([u, v]) => components.unite(u, v));
}
