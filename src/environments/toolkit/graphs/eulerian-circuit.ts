import type { Neighbour } from "./adjacency.ts";

/**
 * A closed walk from `start` that passes every edge of its component exactly once, as its vertices:
 * Hierholzer (1873), O(V + E). In an undirected graph (whose adjacency lists name each edge at both
 * ends) all degrees must be even; in a directed one as many edges must leave as enter each vertex.
 */
export function eulerianCircuit(
  adjacency: readonly (readonly Neighbour[])[],
  start: number,
): number[] {
  const isUsed = new Set<number>();
  const next = new Int32Array(adjacency.length);
  const stack = [start];
  const circuit: number[] = [];
  for (let vertex = stack.at(-1); vertex !== undefined; vertex = stack.at(-1)) {
    const neighbour = adjacency[vertex][next[vertex]++];
    if (neighbour === undefined) {
      circuit.push(vertex);
      stack.pop();
    } else if (!isUsed.has(neighbour.edge)) {
      isUsed.add(neighbour.edge);
      stack.push(neighbour.to);
    }
  }
  return circuit.reverse();
}
