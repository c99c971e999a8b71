import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countArcs } from "../toolkit/graphs/density.ts";
import { distancesToNearest } from "../toolkit/graphs/nearest-source.ts";
import { strongComponents } from "../toolkit/graphs/strong-components.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomFurtherArcs } from "../toolkit/random/graphs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.01, 0.02, 0.03, 0.05, 0.1, 0.15];
const DOMINATED_PROBABILITIES = [0.3, 0.4, 0.5, 0.6, 0.7];

/** Also the greatest cost. */
const MAX_N = 1_000;

/** What a set earns from which some vertex is not reached. */
const UNREACHED = -0.3;

const cost = minimising({ beta: 3 });

const Parameters = z
  .object({
    N: sizeFrom(3, MAX_N),
    edge_density: z.number().min(0).max(1),
    dominated_probability: z.number().min(0).max(1),
  })
  .check(
    holds(
      "edge_density",
      ({ N, edge_density }) => countArcs(N, edge_density) > 0,
      "must give at least one edge",
    ),
  );
const Instance = instanceOf(Parameters, {
  edges,
  costs: integersFrom(1, MAX_N),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("N", "costs"),
  graph("edges", "N", { directed: true }),
  holds("edges", ({ edges }) => edges.length > 0, "must not be empty"),
);

/** At level 0 there are one or two edges, and nearly all vertices must be chosen. */
export const spyNetwork = defineEnvironment({
  id: "SpyNetwork",
  title: "Cheapest sources reaching everyone",
  summary:
    "Choose a cheapest vertex set from which every vertex of a directed graph can be reached.",
  reward: `${cost.words}; a vertex unreached −${-UNREACHED}, ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) =>
    EDGE_DENSITIES.filter((density) => countArcs(N, density) > 0).flatMap((edge_density) =>
      DOMINATED_PROBABILITIES.map((dominated_probability) => ({
        N,
        edge_density,
        dominated_probability,
      })),
    ),
  ),

  generate({ N, edge_density, dominated_probability }, random) {
    const isDominated = Array.from({ length: N }, () => random.chance(dominated_probability));
    const isAllowed = (from: number, to: number) => !isDominated[from] || isDominated[to];
    const edges = randomFurtherArcs(N, [], countArcs(N, edge_density), random, isAllowed);
    const costs = random.integers(N, 1, N);
    const sources = cheapestSources(N, edges, costs);
    return {
      N,
      edge_density,
      dominated_probability,
      edges,
      costs,
      gold_answer: sum(sources.map((vertex) => costs[vertex])),
      reference_answer: sources.join(" "),
    };
  },

  prompt: ({ N, edges, costs }) =>
    `${describeDirectedGraph(N, edges)}

Each vertex i has a cost C[i]:
${formatIndexed("C", costs)}

Choose vertices, each at most once, so that every vertex of the graph is chosen itself or can be reached from a chosen one along the edges. Make the total cost of the chosen vertices as small as possible.

Answer with the chosen vertices in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(vertices, { N, edges, costs, gold_answer }) {
    const fault = findIndexFault(vertices, N);
    if (fault !== undefined) return invalid(fault);
    const distance = distancesToNearest(toDirectedAdjacency(N, edges), vertices);
    const unreached = distance.indexOf(Number.POSITIVE_INFINITY);
    if (unreached !== -1) return { reward: UNREACHED, reason: `${unreached} is not reached` };
    return cost.verdict(sum(vertices.map((vertex) => costs[vertex])), gold_answer);
  },

  picture: ({ N, edges, costs }, chosen) =>
    graphPicture(N, edges, {
      directed: true,
      notes: costs.map((price) => `cost ${price}`),
      chosen,
    }),

  solve: ({ N, edges, costs }) => cheapestSources(N, edges, costs).join(" "),
});

/** A cheapest vertex of each strongly connected component that no edge enters. O(V + E). */
function cheapestSources(
  N: number,
  edges: readonly (readonly number[])[],
  costs: readonly number[],
): number[] {
  const componentOf = strongComponents(toDirectedAdjacency(N, edges));
  const isEntered = new Set<number>();
  for (const [from, to] of edges) {
    if (componentOf[from] !== componentOf[to]) isEntered.add(componentOf[to]);
  }
  const cheapest = new Map<number, number>();
  for (const [vertex, component] of componentOf.entries()) {
    const other = cheapest.get(component);
    if (isEntered.has(component)) continue;
    if (other === undefined || costs[vertex] < costs[other]) cheapest.set(component, vertex);
  }
  return [...cheapest.values()];
}
