import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { graphPicture } from "../toolkit/pictures/graph.ts";
import { randomPairs } from "../toolkit/random/pairs.ts";
import { edges, graph } from "../toolkit/schemas/graphs.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { describeGraph } from "../toolkit/text/edges.ts";

/** Edges a vertex: 1.0, 1.1, …, 3.0. */
const EDGE_RATIOS = Array.from({ length: 21 }, (_, step) => (10 + step) / 10);
const MAX_N = 10_000;

const Parameters = z.object({
  N: sizeFrom(4, MAX_N),
  edge_ratio: z.number().positive().max(MAX_N),
});
const Instance = instanceOf(Parameters, {
  edges,
  reference_answer: integerFrom(0),
}).check(graph("edges", "N"));

type Edges = readonly (readonly [number, number])[];

export const threeVertexCycleCounting = defineEnvironment({
  id: "ThreeVertexCycleCounting",
  title: "Triangle counting",
  summary: "Count the triangles in an undirected graph.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 5 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) =>
      EDGE_RATIOS.filter((ratio) => Math.floor(N * ratio) <= countPairs(N)).map((edge_ratio) => ({
        N,
        edge_ratio,
      })),
  ),

  generate({ N, edge_ratio }, random) {
    const edgeCount = Math.max(1, Math.min(countPairs(N), Math.floor(edge_ratio * N)));
    const edges = randomPairs(N, edgeCount, random);
    return { N, edge_ratio, edges, reference_answer: countTriangles(N, edges) };
  },

  prompt: ({ N, edges }) =>
    `${describeGraph(N, edges)}

How many triangles does the graph hold? A triangle is a set of three vertices of which each two are joined by an edge.

Answer with the number of triangles as one integer, like this: n`,

  picture: ({ N, edges }) => graphPicture(N, edges),

  ...nearInteger({ beta: 10, least: 0 }, ({ N, edges }: { N: number; edges: Edges }) =>
    countByCommonNeighbours(N, edges),
  ),
});

function countPairs(N: number): number {
  return (N * (N - 1)) / 2;
}

/**
 * Each edge is directed from its end of smaller degree to the other: every triangle is found once,
 * from its first vertex, and no vertex has more than √(2m) edges out (Chiba and Nishizeki 1985).
 * O(m √m).
 */
function countTriangles(N: number, edges: Edges): number {
  const degree = new Int32Array(N);
  for (const [u, v] of edges) {
    degree[u]++;
    degree[v]++;
  }
  const out: number[][] = Array.from({ length: N }, () => []);
  for (const [u, v] of edges) {
    const isUFirst = degree[u] < degree[v] || (degree[u] === degree[v] && u < v);
    if (isUFirst) out[u].push(v);
    else out[v].push(u);
  }
  const markedBy = new Int32Array(N).fill(-1);
  let triangles = 0;
  for (let first = 0; first < N; first++) {
    for (const second of out[first]) markedBy[second] = first;
    for (const second of out[first]) {
      for (const third of out[second]) if (markedBy[third] === first) triangles++;
    }
  }
  return triangles;
}

/** The common neighbours of the two ends of each edge: every triangle three times. O(Σ degree²). */
function countByCommonNeighbours(N: number, edges: Edges): number {
  const neighbours: Set<number>[] = Array.from({ length: N }, () => new Set());
  for (const [u, v] of edges) {
    neighbours[u].add(v);
    neighbours[v].add(u);
  }
  let corners = 0;
  for (const [u, v] of edges) {
    for (const vertex of neighbours[u]) if (neighbours[v].has(vertex)) corners++;
  }
  return corners / 3;
}
