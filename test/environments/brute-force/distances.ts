import { range } from "./enumerations.ts";

/**
 * All distances between the vertices 0..vertexCount − 1 of an undirected graph, Infinity where there
 * is no path, by going through more and more vertices (Floyd and Warshall). An edge without weight
 * weighs 1; of parallel ones the lightest counts.
 */
export function distancesOf(
  vertexCount: number,
  edges: readonly (readonly number[])[],
): number[][] {
  const vertices = range(0, vertexCount - 1);
  const distance = vertices.map((i) => vertices.map((j) => (i === j ? 0 : Infinity)));
  for (const [u, v, weight = 1] of edges) {
    distance[u][v] = distance[v][u] = Math.min(distance[u][v], weight);
  }
  for (const via of vertices) {
    for (const row of distance) {
      for (const j of vertices) row[j] = Math.min(row[j], row[via] + distance[via][j]);
    }
  }
  return distance;
}

/** The vertices on the path between two vertices of a tree, given all distances of unit edges. */
export function pathBetween(u: number, v: number, distance: readonly number[][]): number[] {
  return range(0, distance.length - 1).filter(
    (vertex) => distance[u][vertex] + distance[vertex][v] === distance[u][v],
  );
}
