import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { minimumSteinerTree as findTree } from "../toolkit/graphs/minimum-steiner-tree.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { noteAt } from "../toolkit/pictures/marks.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, within } from "../toolkit/schemas/lists.ts";
import { chosenEdges } from "../toolkit/scoring/chosen-edges.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";

const EDGE_DENSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** Level 20 has 24 vertices; the exact method takes up to some ten times as long for 28. */
const MAX_N = 28;
const MAX_TERMINALS = 20;

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_N),
  K: integerFrom(3, MAX_TERMINALS),
  to_be_connected: integersFrom(0),
  gold_answer: integerFrom(1),
}).check(
  holds("K", ({ N, K }) => K < N, "must be less than N"),
  lengths("K", "to_be_connected"),
  within("to_be_connected", 0, ({ N }) => N - 1),
  distinct("to_be_connected"),
  graph("edges", "N"),
  connected("edges", "N"),
);

type Edge = [u: number, v: number, weight: number];

export const minimumSteinerTree = defineEnvironment({
  id: "MinimumSteinerTree",
  title: "Minimum Steiner tree",
  summary:
    "Select edges of minimum total weight forming a connected graph that contains all required vertices.",
  reward: `${total.words}; ${invalidWords()}, ${malformedWords("odd count")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, N)),

  generate({ N, edge_density }, random) {
    const edges = randomConnectedGraph(N, countEdges(N, edge_density), random).map(
      ([u, v]): Edge => [u, v, random.integer(1, N)],
    );
    const K = random.integer(3, Math.min(MAX_TERMINALS, N - 1));
    const to_be_connected = random.distinctIntegers(K, 0, N - 1);
    const tree = findTree(N, edges, to_be_connected);
    const gold_answer = sum(tree.map((edge) => edges[edge][2]));
    return { N, edge_density, edges, K, to_be_connected, gold_answer };
  },

  prompt: ({ N, edges, K, to_be_connected }) =>
    `${describeGraph(N, edges, { weighted: true })}

Choose edges that connect these ${K} vertices with each other, with a total weight as small as possible:
${to_be_connected.join(" ")}
The chosen edges and their ends must form one connected graph that contains these vertices; it may contain others.

The edges may stand in any order, and so may the two ends of an edge. Answer with the two ends of each chosen edge, one edge after the other, as integers separated by spaces on one line, like this: ${placeholderEnds()}`,

  answer: integerList,

  score(ends, { N, edges, to_be_connected, gold_answer }) {
    const chosen = chosenEdges(ends, edgeIndex(edges));
    if (!Array.isArray(chosen)) return chosen;
    const components = new UnionFind(N);
    for (const edge of chosen) components.unite(edges[edge][0], edges[edge][1]);
    const [first] = to_be_connected;
    const home = components.find(first);
    const apart = [...to_be_connected, ...ends].find((vertex) => components.find(vertex) !== home);
    if (apart !== undefined) return invalid(`vertices ${first} and ${apart} are not connected`);
    return total.verdict(sum(chosen.map((edge) => edges[edge][2])), gold_answer);
  },

  picture: ({ N, edges, to_be_connected }, chosenEnds) =>
    graphPicture(N, edges, { notes: noteAt(to_be_connected, "connect", N), chosenEnds }),

  solve: ({ N, edges, to_be_connected }) =>
    formatEnds(findTree(N, edges, to_be_connected).map((edge) => edges[edge])),
});
