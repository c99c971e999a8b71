import type { Neighbour } from "./adjacency.ts";

/**
 * For each vertex, the number of edges to the nearest of the sources, Infinity where none is
 * reached: breadth-first search from all of them at once. With `limit`, no farther than that.
 * O(V + E); a source may be given more than once.
 */
export function distancesToNearest(
  adjacency: readonly (readonly Neighbour[])[],
  sources: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): number[] {
  const distance = new Array<number>(adjacency.length).fill(Number.POSITIVE_INFINITY);
  for (const source of sources) distance[source] = 0;
  let front = [...new Set(sources)];
  for (let steps = 1; front.length > 0 && steps <= limit; steps++) {
    const next: number[] = [];
    for (const vertex of front) {
      for (const { to } of adjacency[vertex]) {
        if (distance[to] !== Number.POSITIVE_INFINITY) continue;
        distance[to] = steps;
        next.push(to);
      }
    }
    front = next;
  }
  return distance;
}
