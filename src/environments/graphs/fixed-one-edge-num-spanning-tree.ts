import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { RATIOS_TO_THREE, ratioSets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { randomRecursiveTree } from "../toolkit/random/trees.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { chosenSpanningTree } from "../toolkit/scoring/chosen-edges.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const MAX_N = 1_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_ratio: z.number().min(0).max(MAX_N) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(0, 1),
  K: integerFrom(0),
  reference_answer: z.string(),
}).check(
  graph("edges", "N"),
  connected("edges", "N"),
  holds(
    "K",
    ({ N, edges, K }) => sum(treeWithOnes(N, edges, K).map(([, , weight]) => weight)) === K,
    "must be a number of 1-edges that a spanning tree can have",
  ),
);

type Edge = [u: number, v: number, weight: number];

export const fixedOneEdgeNumSpanningTree = defineEnvironment({
  id: "FixedOneEdgeNum_SpanningTree",
  title: "Spanning tree with K one-edges",
  summary: "Select a spanning tree of a 0/1-weighted graph that has exactly K edges of weight 1.",
  reward: `${EXACT_WORDS}; ${invalidWords("no spanning tree")}, ${malformedWords("odd count")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => ratioSets(N, RATIOS_TO_THREE)),

  generate({ N, edge_ratio }, random) {
    const tree = randomRecursiveTree(N, random);
    const [inTree, outside] = [random.unit(), random.unit()];
    const edges = randomConnectedGraph(N, Math.floor(edge_ratio * N), random, tree).map(
      ([u, v]): Edge => {
        const probability = edgeIndex(tree)(u, v) === -1 ? outside : inTree;
        return [u, v, random.chance(probability) ? 1 : 0];
      },
    );
    const K = sum(tree.map(([u, v]) => edges[edgeIndex(edges)(u, v)][2]));
    return { N, edge_ratio, edges, K, reference_answer: formatEnds(tree) };
  },

  prompt: ({ N, edges, K }) =>
    `${describeGraph(N, edges, { weighted: true })}

Choose ${N - 1} of these edges that connect all the vertices (a spanning tree), exactly ${K} of them of weight 1 and the others of weight 0.

The edges may stand in any order, and so may the two ends of an edge. Answer with the two ends of each chosen edge, one edge after the other, as ${2 * (N - 1)} integers separated by spaces, like this: ${placeholderEnds(N - 1)}`,

  answer: integerList,

  score(ends, { N, edges, K }) {
    const chosen = chosenSpanningTree(ends, N, edges);
    if (!Array.isArray(chosen)) return chosen;
    const ones = sum(chosen.map((edge) => edges[edge][2]));
    return exact(ones === K, `${formatCount(ones, "edge")} of weight 1 instead of ${K}`);
  },

  picture: ({ N, edges }, chosenEnds) => graphPicture(N, edges, { chosenEnds }),

  solve: ({ N, edges, K }) => formatEnds(treeWithOnes(N, edges, K)),
});

/**
 * A spanning tree with K edges of weight 1, or as near to K as there is one: those that join what
 * edges of weight 0 leave apart are necessary; to them come further ones that close no cycle, up to
 * K, and edges of weight 0 complete the tree. By the exchange of edges between trees every number
 * from the necessary ones to the most that close no cycle is reached. O(E α).
 */
function treeWithOnes(N: number, edges: readonly Edge[], K: number): Edge[] {
  const ones = edges.filter(([, , weight]) => weight === 1);
  const zeros = edges.filter(([, , weight]) => weight === 0);
  const byZeros = new UnionFind(N);
  for (const [u, v] of zeros) byZeros.unite(u, v);
  const components = new UnionFind(N);
  const tree = ones.filter(([u, v]) => byZeros.unite(u, v));
  for (const [u, v] of tree) components.unite(u, v);
  for (const edge of ones) {
    if (tree.length < K && components.unite(edge[0], edge[1])) tree.push(edge);
  }
  for (const edge of zeros) if (components.unite(edge[0], edge[1])) tree.push(edge);
  return tree;
}
