import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { directedEdgeIndex } from "../toolkit/graphs/edge-index.ts";
import { shortestPaths } from "../toolkit/graphs/shortest-paths.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import type { Random } from "../toolkit/random/random.ts";
import { graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

/** Also the greatest weight. */
const MAX_N = 1_000;

const total = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  edges: weightedEdges(1, MAX_N),
  reference_answer_weight: integerFrom(1),
  reference_answer: z.string(),
}).check(
  graph("edges", "N", { directed: true }),
  holds(
    "edges",
    ({ N, edges }) => Number.isFinite(lightestPath(N, edges).weight),
    "must hold a path from 0 to N − 1",
  ),
);

type Edge = [from: number, to: number, weight: number];

export const shortestPath = defineEnvironment({
  id: "ShortestPath",
  title: "Shortest directed path",
  summary: "Find a lightest path from vertex 0 to vertex N−1 in a weighted directed graph.",
  reward: `${total.words}; ${invalidWords()}, ${malformedWords("no vertex")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => EDGE_DENSITIES.map((edge_density) => ({ N, edge_density }))),

  generate({ N, edge_density }, random) {
    const planted = [0, ...random.permutation(N - 2, 1), N - 1];
    const edges = withoutPathsOfTwoEdges(plantedGraph(planted, edge_density, random), planted);
    const { path, weight } = lightestPath(N, edges);
    return {
      N,
      edge_density,
      edges,
      reference_answer_weight: weight,
      reference_answer: path.join(" "),
    };
  },

  prompt: ({ N, edges }) =>
    `${describeDirectedGraph(N, edges, { weighted: true })}

Find a path from vertex 0 to vertex ${N - 1} along the edges whose total weight is as small as possible.

Answer with the vertices of the path in order, from 0 to ${N - 1} with both included, separated by spaces, like this: 0 ${ANY_NUMBER} ${N - 1}`,

  answer: integerList,

  score(path, { N, edges, reference_answer_weight }) {
    if (path.length === 0) return malformed("no vertex given");
    const fault = findRangeFault(path, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const last = path[path.length - 1];
    if (path[0] !== 0 || last !== N - 1) {
      return invalid(`the path leads from ${path[0]} to ${last}`);
    }
    const edgeBetween = directedEdgeIndex(edges);
    let weight = 0;
    for (let step = 1; step < path.length; step++) {
      const edge = edgeBetween(path[step - 1], path[step]);
      if (edge === -1) return invalid(`no edge leads from ${path[step - 1]} to ${path[step]}`);
      weight += edges[edge][2];
    }
    return total.verdict(weight, reference_answer_weight);
  },

  picture: ({ N, edges }, walk) => graphPicture(N, edges, { directed: true, walk }),

  solve: ({ N, edges }) => lightestPath(N, edges).path.join(" "),
});

/** Dijkstra, O(E log E). */
function lightestPath(N: number, edges: readonly Edge[]): { path: number[]; weight: number } {
  const { distance, predecessor } = shortestPaths(toDirectedAdjacency(N, edges), 0);
  return { path: tracePath(predecessor, N - 1), weight: distance[N - 1] };
}

/**
 * A planted path through all vertices, of light edges, hidden among heavier ones, in random order:
 * uniformly chosen ordered pairs of vertices, as far as the density asks for more edges.
 */
function plantedGraph(planted: readonly number[], density: number, random: Random): Edge[] {
  const N = planted.length;
  const edges = planted.slice(1).map((to, step): Edge => {
    return [planted[step], to, random.integer(1, Math.max(1, Math.floor(N / 3)))];
  });
  // Of the N² pairs, N are loops, N − 1 planted, and one leads straight from 0 to N − 1.
  const excluded = 2 * N;
  const missing = Math.trunc(density * N * (N - 1)) - edges.length;
  const count = Math.max(0, Math.min(missing, N * N - excluded));
  const successor = new Map(edges.map(([from, to]) => [from, to]));
  const isFree = ([from, to]: number[]) =>
    from !== to && to !== successor.get(from) && !(from === 0 && to === N - 1);
  const pairs = random
    .distinctIntegers(count + excluded, 0, N * N - 1) // enough free ones, whatever is excluded
    .map((pair) => [Math.floor(pair / N), pair % N])
    .filter(isFree)
    .slice(0, count);
  for (const [from, to] of pairs) {
    edges.push([from, to, random.integer(Math.max(1, Math.floor(N / 2)), N)]);
  }
  return random.shuffle(edges);
}

/** The edges without those that make a path of two edges from start to end; the planted path stays. */
function withoutPathsOfTwoEdges(edges: readonly Edge[], planted: readonly number[]): Edge[] {
  const N = planted.length;
  const secondLast = planted[N - 2];
  const isReachedFromStart = new Set(edges.filter(([from]) => from === 0).map(([, to]) => to));
  return edges.filter(([from, to]) =>
    to === N - 1
      ? from === secondLast || !isReachedFromStart.has(from)
      : from !== 0 || to !== secondLast,
  );
}
