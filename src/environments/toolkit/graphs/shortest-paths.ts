import { PriorityQueue } from "../sequences/priority-queue.ts";
import type { Neighbour } from "./adjacency.ts";

/** Distances from a source (Infinity where there is no path) and the last edge's tail (−1). */
export interface ShortestPaths {
  readonly distance: number[];
  readonly predecessor: number[];
}

/** Shortest paths from one source for non-negative weights: Dijkstra with a heap, O(E log E). */
export function shortestPaths(
  adjacency: readonly (readonly Neighbour[])[],
  source: number,
): ShortestPaths {
  const distance = new Array<number>(adjacency.length).fill(Number.POSITIVE_INFINITY);
  const predecessor = new Array<number>(adjacency.length).fill(-1);
  const queue = new PriorityQueue<number>();
  distance[source] = 0;
  queue.push(source, 0);
  for (;;) {
    const key = queue.firstKey;
    const vertex = queue.pop();
    if (vertex === undefined || key === undefined) return { distance, predecessor };
    if (key > distance[vertex]) continue;
    for (const { to, weight } of adjacency[vertex]) {
      if (key + weight < distance[to]) {
        distance[to] = key + weight;
        predecessor[to] = vertex;
        queue.push(to, distance[to]);
      }
    }
  }
}
