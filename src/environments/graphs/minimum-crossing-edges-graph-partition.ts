import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { fewestCrossingEdges } from "../toolkit/graphs/fewest-crossing-edges.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.02, 0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

/**
 * The densest sets of each size, by tables over all 2^(N − 1) sets of vertices, packed by backtracking
 * where one of them beside single vertices is not enough: of 200 graphs of 23 (level 20) the median
 * takes 60 ms, the slowest 0.4 s.
 */
const MAX_N = 24;

const crossing = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(2, MAX_N - 1),
  edges,
  gold_answer: integerFrom(0),
}).check(
  holds("K", ({ N, K }) => K < N, "must be below N"),
  graph("edges", "N"),
  holds(
    "gold_answer",
    ({ gold_answer, edges }) => gold_answer <= edges.length,
    "must be at most the number of edges",
  ),
);

type Edges = readonly (readonly [number, number])[];

/** At level 0, with three vertices, there are nine problems. */
export const minimumCrossingEdgesGraphPartition = defineEnvironment({
  id: "Minimum_CrossingEdges_GraphPartition",
  title: "Graph partition with fewest crossing edges",
  summary:
    "Split the vertices into K non-empty sets so that as few edges as possible join different sets.",
  reward: `${crossing.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const K = random.integer(2, N - 1);
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const gold_answer = countCrossing(fewestCrossingEdges(N, edges, K), edges);
    return { N, edge_density, K, edges, gold_answer };
  },

  prompt: ({ N, K, edges }) =>
    `${describeGraph(N, edges)}

Split the vertices into ${K} sets, numbered from 0 to ${K - 1}: every vertex belongs to exactly one set, and no set is empty. As few edges as possible shall join vertices of different sets.

Answer with the ${N} numbers of the sets of the vertices 0 to ${N - 1}, in this order, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(setOf, { N, K, edges, gold_answer }) {
    const fault = findCountFault(setOf, N) ?? findRangeFault(setOf, 0, K - 1);
    if (fault !== undefined) return invalid(fault);
    const used = new Set(setOf);
    for (let set = 0; set < K; set++) if (!used.has(set)) return invalid(`set ${set} is empty`);
    return crossing.verdict(countCrossing(setOf, edges), gold_answer);
  },

  picture: ({ N, edges }, groups) => graphPicture(N, edges, { groups }),

  solve: ({ N, K, edges }) => fewestCrossingEdges(N, edges, K).join(" "),
});

function countCrossing(setOf: readonly number[], edges: Edges): number {
  return edges.filter(([u, v]) => setOf[u] !== setOf[v]).length;
}
