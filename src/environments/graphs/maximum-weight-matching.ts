import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { edgeIndex } from "../toolkit/graphs/edge-index.ts";
import { maximumWeightMatching as findMatching } from "../toolkit/graphs/maximum-weight-matching.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { chosenEdges } from "../toolkit/scoring/chosen-edges.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph, formatEnds, placeholderEnds } from "../toolkit/text/edges.ts";

const EDGE_DENSITIES = [0.1, 0.3, 0.4];

/** Also the greatest weight. */
const MAX_N = 300;

const total = maximising({ beta: 5 });

const Parameters = z
  .object({ N: sizeFrom(2, MAX_N), edge_density: z.number().positive().max(1) })
  .check(
    holds(
      "edge_density",
      ({ N, edge_density }) => countEdges(N, edge_density) > 0,
      "must give at least one edge",
    ),
  );
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_N),
  gold_weight: integerFrom(1),
  reference_answer: z.string(),
}).check(
  graph("edges", "N"),
  holds("edges", ({ edges }) => edges.length > 0, "must not be empty"),
);

type Edge = [u: number, v: number, weight: number];

/** At level 20 a prompt has up to 800 edges, about 10,000 characters. */
export const maximumWeightMatching = defineEnvironment({
  id: "MaximumWeightMatching",
  title: "Maximum weight matching",
  summary:
    "Select edges of a weighted graph, no two sharing a vertex, with the greatest total weight.",
  reward: `${total.words}; ${invalidWords()}, ${malformedWords("odd count")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random).map(([u, v]): Edge => {
      return [u, v, random.integer(1, N)];
    });
    const matched = heaviestMatching(N, edges);
    return {
      N,
      edge_density,
      edges,
      gold_weight: sum(matched.map(([, , weight]) => weight)),
      reference_answer: formatEnds(matched),
    };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges, { weighted: true })}

Choose edges, no two of which share a vertex (a matching), with a total weight as large as possible.

The edges may stand in any order, and so may the two ends of an edge. Answer with the two ends of each chosen edge, one edge after the other, as integers separated by spaces on one line, like this: ${placeholderEnds()}`,

  answer: integerList,

  score(ends, { edges, gold_weight }) {
    const chosen = chosenEdges(ends, edgeIndex(edges));
    if (!Array.isArray(chosen)) return chosen;
    const matched = new Set<number>();
    for (const vertex of ends) {
      if (matched.has(vertex)) return invalid(`two chosen edges share vertex ${vertex}`);
      matched.add(vertex);
    }
    return total.verdict(sum(chosen.map((edge) => edges[edge][2])), gold_weight);
  },

  picture: ({ N, edges }, chosenEnds) => graphPicture(N, edges, { chosenEnds }),

  solve: ({ N, edges }) => formatEnds(heaviestMatching(N, edges)),
});

/** The edges of a matching of greatest weight. O(N³). */
function heaviestMatching(N: number, edges: readonly Edge[]): Edge[] {
  const partner = findMatching(N, edges);
  return edges.filter(([u, v]) => partner[u] === v);
}
