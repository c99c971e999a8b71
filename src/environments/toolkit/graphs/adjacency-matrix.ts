import type { Edge } from "./adjacency.ts";

/** For each vertex of 0..vertexCount−1 and each other one, 1 where an edge leads to it, else 0. */
export type AdjacencyMatrix = readonly Uint8Array[];

/** The adjacency matrix of an undirected graph. O(V² + E). */
export function toAdjacencyMatrix(vertexCount: number, edges: readonly Edge[]): AdjacencyMatrix {
  const matrix = Array.from({ length: vertexCount }, () => new Uint8Array(vertexCount));
  for (const [u, v] of edges) {
    matrix[u][v] = 1;
    matrix[v][u] = 1;
  }
  return matrix;
}
