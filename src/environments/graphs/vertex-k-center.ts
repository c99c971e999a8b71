import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { countEdges, densitySets } from "../toolkit/graphs/density.ts";
import { lightestCover } from "../toolkit/graphs/lightest-cover.ts";
import { counting } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomConnectedGraph } from "../toolkit/random/graphs.ts";
import { connected, graph, weightedEdges } from "../toolkit/schemas/graphs.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { describeGraph } from "../toolkit/text/edges.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const EDGE_DENSITIES = [
  0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9,
];

/**
 * Smallest covers by branch and bound, exponential: at level 20 the slowest of 200 graphs takes some
 * 30 ms; beyond so many vertices, single ones take seconds. Also the greatest weight.
 */
const MAX_N = 40;

const radius = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N), edge_density: z.number().min(0).max(1) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1, MAX_N - 1),
  edges: weightedEdges(1, MAX_N),
  /** The distances between all vertices. */
  Floyd: integerRowsFrom(0, MAX_N ** 2),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  graph("edges", "N"),
  connected("edges", "N"),
  matrix("Floyd", "N", "N"),
  holds("K", ({ N, K }) => K < N, "must be below N"),
  holds(
    "Floyd",
    ({ N, edges, Floyd }) =>
      distances(N, edges).every((row, u) => row.every((distance, v) => distance === Floyd[u][v])),
    "must hold the distances between all vertices",
  ),
);

export const vertexKCenter = defineEnvironment({
  id: "Vertex_KCenter",
  title: "Vertex K-center",
  summary: "Choose K vertices so that the farthest vertex is as close as possible to a chosen one.",
  reward: `${radius.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }, ({ N }) => densitySets(N, EDGE_DENSITIES, N - 1)),

  generate({ N, edge_density }, random) {
    const edges = randomConnectedGraph(N, countEdges(N, edge_density), random).map(
      ([u, v]): [number, number, number] => [u, v, random.integer(1, N)],
    );
    const K = random.integer(1, N - 1);
    const Floyd = distances(N, edges);
    const centers = bestCenters(Floyd, K);
    return {
      N,
      edge_density,
      K,
      edges,
      Floyd,
      gold_answer: radiusOf(centers, Floyd),
      reference_answer: centers.join(" "),
    };
  },

  prompt: ({ N, K, edges }) =>
    `${describeGraph(N, edges, { weighted: true })}

The distance of two vertices is the least total weight of a path between them. Choose ${K === 1 ? "a vertex as the center so that the largest distance of any vertex to it" : `${K} distinct vertices as centers so that the largest distance of any vertex to the center nearest to it`} is as small as possible.

Answer with the ${K === 1 ? "center" : `${K} centers in any order, separated by spaces`}, like this: ${placeholders(K)}`,

  answer: integerList,

  score(centers, { N, K, Floyd, gold_answer }) {
    const fault = findCountFault(centers, K, "center") ?? findIndexFault(centers, N);
    if (fault !== undefined) return invalid(fault);
    return radius.verdict(radiusOf(centers, Floyd), gold_answer);
  },

  picture: ({ N, edges }, chosen) => graphPicture(N, edges, { chosen }),

  solve: ({ N, K, edges }) => bestCenters(distances(N, edges), K).join(" "),
});

type Distances = readonly (readonly number[])[];

/** The shortest distances: Floyd and Warshall, O(V³). */
function distances(N: number, edges: readonly (readonly number[])[]): number[][] {
  const distance = Array.from({ length: N }, (_, u) =>
    new Array<number>(N).fill(Number.POSITIVE_INFINITY).with(u, 0),
  );
  for (const [u, v, weight] of edges) {
    distance[u][v] = weight;
    distance[v][u] = weight;
  }
  for (let via = 0; via < N; via++) {
    for (const row of distance) {
      for (let v = 0; v < N; v++) row[v] = Math.min(row[v], row[via] + distance[via][v]);
    }
  }
  return distance;
}

function radiusOf(centers: readonly number[], distance: Distances): number {
  return Math.max(...distance.map((row) => Math.min(...centers.map((center) => row[center]))));
}

/**
 * K centers of least radius, ascending: the radius is one of the distances, and those that are large
 * enough are found by bisection. A radius is large enough if K vertices dominate all others in the
 * graph of distances up to it, which is a smallest set cover.
 */
function bestCenters(distance: Distances, K: number): number[] {
  const N = distance.length;
  const radii = ascending([...new Set(distance.flat())]);
  const costs = new Array<number>(N).fill(1);
  let [low, high] = [0, radii.length - 1];
  let best = [0];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sets = distance.map((row) => [...row.keys()].filter((v) => row[v] <= radii[middle]));
    const centers = lightestCover({ elementCount: N, sets, costs }, K + 1);
    if (centers === undefined) {
      low = middle + 1;
    } else {
      best = centers;
      high = middle - 1;
    }
  }
  // More centers than needed do no harm.
  const others = [...distance.keys()].filter((vertex) => !best.includes(vertex));
  return ascending([...best, ...others.slice(0, K - best.length)]);
}
