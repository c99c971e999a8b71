import { PriorityQueue } from "../sequences/priority-queue.ts";
import type { Neighbour } from "./adjacency.ts";

/**
 * The vertices of a directed acyclic graph, each before those its edges lead to. Of the vertices
 * that may come next, the one with the least key does: with the default key, this is the
 * lexicographically least order. On a graph with cycles the vertices on them and behind them are
 * missing. Kahn's algorithm with a heap, O(V log V + E).
 */
export function topologicalOrder(
  adjacency: readonly (readonly Neighbour[])[],
  key: (vertex: number) => number = (vertex) => vertex,
): number[] {
  const waitingFor = new Int32Array(adjacency.length);
  for (const neighbours of adjacency) {
    for (const { to } of neighbours) waitingFor[to]++;
  }
  const ready = new PriorityQueue<number>();
  for (let vertex = 0; vertex < adjacency.length; vertex++) {
    if (waitingFor[vertex] === 0) ready.push(vertex, key(vertex));
  }
  const order: number[] = [];
  for (let vertex = ready.pop(); vertex !== undefined; vertex = ready.pop()) {
    order.push(vertex);
    for (const { to } of adjacency[vertex]) {
      if (--waitingFor[to] === 0) ready.push(to, key(to));
    }
  }
  return order;
}
