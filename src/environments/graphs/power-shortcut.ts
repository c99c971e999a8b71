import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { countArcs } from "../toolkit/graphs/density.ts";
import { shortestPaths } from "../toolkit/graphs/shortest-paths.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { growing } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomFurtherArcs } from "../toolkit/random/graphs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { describeDirectedGraph } from "../toolkit/text/edges.ts";
import { formatEnumeration } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [0.01, 0.02, 0.03];
const LARGEST_POWERS = [1, 2, 3];

const MAX_N = 200;
const MAX_K = 30;

const length = minimising({ beta: 5 });

const Parameters = z.object({
  N: sizeFrom(3, MAX_N),
  K: integerFrom(0, MAX_K),
  edge_density: z.number().min(0).max(1),
});
const Instance = instanceOf(Parameters, {
  edges,
  achievable: z.array(z.array(z.boolean())),
  gold_answer: integerFrom(2),
  reference_answer: z.string(),
}).check(
  graph("edges", "N", { directed: true }),
  matrix("achievable", "N", "N"),
  holds(
    "achievable",
    ({ N, K, edges, achievable }) => String(findLegs(N, K, edges)) === String(achievable),
    "must tell which vertices a leg joins",
  ),
  holds(
    "edges",
    ({ N, achievable }) => fewestStops(N, achievable).length > 1,
    "must lead from 0 to N − 1",
  ),
);

/**
 * At these densities small graphs are the planted path through all vertices alone, and the legs are
 * the fewest powers of two that sum to its length; level 0 has few problems.
 */
export const powerShortcut = defineEnvironment({
  id: "PowerShortcut",
  title: "Power-of-two jumps",
  summary:
    "Travel from vertex 0 to N−1 in a digraph with the fewest stops, each leg being a walk of 2^k edges.",
  reward: `${length.words}; ${invalidWords()}, ${malformedWords("no vertex")}`,
  parameters: Parameters,
  instance: Instance,
  hidden: ["achievable"],
  levels: growing({ N: 4 }, ({ N }) =>
    EDGE_DENSITIES.flatMap((edge_density) => LARGEST_POWERS.map((K) => ({ N, K, edge_density }))),
  ),

  generate({ N, K, edge_density }, random) {
    const path = [0, ...random.permutation(N - 2, 1), N - 1];
    const planted = path.slice(1).map((to, step): [number, number] => [path[step], to]);
    const missing = countArcs(N, edge_density) - planted.length;
    const edges = random.shuffle([...planted, ...randomFurtherArcs(N, planted, missing, random)]);
    const achievable = findLegs(N, K, edges);
    const stops = fewestStops(N, achievable);
    return {
      N,
      K,
      edge_density,
      edges,
      achievable,
      gold_answer: stops.length,
      reference_answer: stops.join(" "),
    };
  },

  prompt: ({ N, K, edges }) =>
    `${describeDirectedGraph(N, edges)}

You travel from vertex 0 to vertex ${N - 1} in legs. Each leg is a walk along exactly ${formatLengths(K)}; it may pass vertices and edges more than once. You stop at vertex 0, at the end of each leg, and nowhere else. Make the number of stops, the first and the last included, as small as possible.

Answer with the vertices of the stops in order, from 0 to ${N - 1} with both included, separated by spaces, like this: 0 ${ANY_NUMBER} ${N - 1}`,

  answer: integerList,

  score(stops, { N, achievable, gold_answer }) {
    if (stops.length === 0) return malformed("no vertex given");
    const fault = findRangeFault(stops, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const last = stops[stops.length - 1];
    if (stops[0] !== 0 || last !== N - 1) {
      return invalid(`the journey leads from ${stops[0]} to ${last}`);
    }
    for (let leg = 1; leg < stops.length; leg++) {
      const [from, to] = [stops[leg - 1], stops[leg]];
      if (!achievable[from][to]) return invalid(`no leg leads from ${from} to ${to}`);
    }
    return length.verdict(stops.length, gold_answer);
  },

  picture: ({ N, edges }, order) => graphPicture(N, edges, { directed: true, order }),

  solve: ({ N, K, edges }) => fewestStops(N, findLegs(N, K, edges)).join(" "),
});

/** "1, 2 or 4 edges". */
function formatLengths(K: number): string {
  const powers = Array.from({ length: K + 1 }, (_, power) => String(2 ** power));
  return K === 0 ? "1 edge" : `${formatEnumeration(powers, "or")} edges`;
}

/** From which vertex to which one a walk of 2^k edges leads, k ≤ K: squaring of matrices, O(K N³). */
function findLegs(N: number, K: number, edges: readonly (readonly number[])[]): boolean[][] {
  let walks = Array.from({ length: N }, () => new Uint8Array(N));
  for (const [from, to] of edges) walks[from][to] = 1;
  const legs = walks.map((row) => Array.from(row, (bit) => bit === 1));
  for (let power = 1; power <= K; power++) {
    walks = walks.map((row) => {
      const twice = new Uint8Array(N);
      for (const [via, bit] of row.entries()) {
        if (bit === 0) continue;
        const next = walks[via];
        for (let to = 0; to < N; to++) twice[to] |= next[to];
      }
      return twice;
    });
    for (const [from, row] of walks.entries()) {
      for (const [to, bit] of row.entries()) if (bit === 1) legs[from][to] = true;
    }
  }
  return legs;
}

/** The stops of a journey of fewest legs; without one, the last vertex alone. */
function fewestStops(N: number, legs: readonly (readonly boolean[])[]): number[] {
  const edges = legs.flatMap((row, from) =>
    row.flatMap((leads, to) => (leads ? [[from, to]] : [])),
  );
  return tracePath(shortestPaths(toDirectedAdjacency(N, edges), 0).predecessor, N - 1);
}
