import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { lightestCover } from "../toolkit/graphs/lightest-cover.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegers, integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
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
const MAX_N = 40;

const cost = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges,
  C: integersFrom(1, COST_RANGE),
  /** For each vertex, itself and its neighbours as the bits of an integer. */
  covering: bigIntegers,
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  graph("edges", "N"),
  lengths("N", "C", "covering"),
  holds(
    "covering",
    ({ N, edges, covering }) =>
      toMasks(dominatedBy(N, edges)).every((mask, vertex) => mask === covering[vertex]),
    "must hold each vertex with its neighbours",
  ),
);

export const minimumDominatingSet = defineEnvironment({
  id: "Minimum_DominatingSet",
  title: "Minimum-cost dominating set",
  summary:
    "Select vertices of minimum total cost so that every vertex is selected or adjacent to a selected one.",
  reward: `${cost.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, 1)),

  generate({ N, edge_density }, random) {
    const edges = randomPairs(N, countEdges(N, edge_density), random);
    const C = random.integers(N, 1, COST_RANGE);
    const sets = dominatedBy(N, edges);
    const chosen = lightestCover({ elementCount: N, sets, costs: C }) ?? [];
    return {
      N,
      edge_density,
      edges,
      C,
      covering: toMasks(sets),
      gold_answer: sum(chosen.map((vertex) => C[vertex])),
      reference_answer: chosen.join(" "),
    };
  },

  prompt: ({ N, edges, C }) =>
    `${describeGraph(N, edges)}

Selecting a vertex has a cost:
${formatLines(C, (price, vertex) => `vertex ${vertex}: cost ${price}`)}

Select distinct vertices so that every vertex is selected or joined by an edge to a selected one (a dominating set) and the total cost of the selected vertices is as small as possible.

Answer with the selected vertices in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(vertices, { N, edges, C, gold_answer }) {
    const fault = findIndexFault(vertices, N);
    if (fault !== undefined) return invalid(fault);
    const dominated = new Set(vertices);
    const selected = new Set(vertices);
    for (const [u, v] of edges) {
      if (selected.has(u)) dominated.add(v);
      if (selected.has(v)) dominated.add(u);
    }
    for (let vertex = 0; vertex < N; vertex++) {
      if (!dominated.has(vertex)) {
        return invalid(`${vertex} is neither selected nor joined to a selected vertex`);
      }
    }
    return cost.verdict(sum(vertices.map((vertex) => C[vertex])), gold_answer);
  },

  picture: ({ N, edges, C }, chosen) =>
    graphPicture(N, edges, { notes: C.map((price) => `cost ${price}`), chosen }),

  solve: ({ N, edges, C }) =>
    (lightestCover({ elementCount: N, sets: dominatedBy(N, edges), costs: C }) ?? []).join(" "),
});

/** For each vertex, itself and its neighbours. */
function dominatedBy(N: number, edges: readonly (readonly number[])[]): number[][] {
  return toAdjacency(N, edges).map((neighbours, vertex) => [
    vertex,
    ...neighbours.map(({ to }) => to),
  ]);
}

function toMasks(sets: readonly (readonly number[])[]): bigint[] {
  return sets.map((set) => set.reduce((mask, vertex) => mask | (1n << BigInt(vertex)), 0n));
}
