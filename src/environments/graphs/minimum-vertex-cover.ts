import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { lightestCover } from "../toolkit/graphs/lightest-cover.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [
  0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9,
];
const COST_RANGE = 10;

/**
 * Branch and bound with dual bounds, exponential: at level 20 the slowest of 200 graphs takes some
 * 20 ms; beyond so many vertices, single ones take seconds.
 */
const MAX_N = 50;

const cost = minimising({ beta: 5 });

const Parameters = z
  .object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) })
  .check(
    holds(
      "edge_density",
      ({ N, edge_density }) => countEdges(N, edge_density) > 0,
      "must give at least one edge",
    ),
  );
const Instance = instanceOf(Parameters, {
  edges: edges.min(1),
  C: integersFrom(1, COST_RANGE),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(graph("edges", "N"), lengths("N", "C"));

export const minimumVertexCover = defineEnvironment({
  id: "Minimum_VertexCover",
  title: "Minimum-cost vertex cover",
  summary:
    "Select vertices of minimum total cost so that every edge has at least one selected end.",
  reward: `${cost.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const C = random.integers(N, 1, COST_RANGE);
    const cover = cheapestCover(edges, C);
    return {
      N,
      edge_density,
      edges,
      C,
      gold_answer: sum(cover.map((vertex) => C[vertex])),
      reference_answer: cover.join(" "),
    };
  },

  prompt: ({ N, edges, C }) =>
    `${describeGraph(N, edges)}

Selecting a vertex has a cost:
${formatLines(C, (price, vertex) => `vertex ${vertex}: cost ${price}`)}

Select distinct vertices so that every edge has at least one selected end (a vertex cover) and the total cost of the selected vertices is as small as possible.

Answer with the selected vertices in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(vertices, { N, edges, C, gold_answer }) {
    const fault = findIndexFault(vertices, N);
    if (fault !== undefined) return invalid(fault);
    const selected = new Set(vertices);
    const open = edges.find(([u, v]) => !selected.has(u) && !selected.has(v));
    if (open !== undefined) return invalid(`no end of the edge ${open.join(" ")} is selected`);
    return cost.verdict(sum(vertices.map((vertex) => C[vertex])), gold_answer);
  },

  picture: ({ N, edges, C }, chosen) =>
    graphPicture(N, edges, { notes: C.map((price) => `cost ${price}`), chosen }),

  solve: ({ edges, C }) => cheapestCover(edges, C).join(" "),
});

/** A vertex cover of least cost: the lightest cover of the edges by their ends. */
function cheapestCover(edges: readonly (readonly number[])[], costs: readonly number[]): number[] {
  const sets: number[][] = costs.map(() => []);
  for (const [edge, ends] of edges.entries()) for (const end of ends) sets[end].push(edge);
  return lightestCover({ elementCount: edges.length, sets, costs }) ?? [];
}
