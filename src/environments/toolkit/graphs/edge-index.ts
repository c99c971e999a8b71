import { oncePer } from "../scoring/once-per.ts";
import type { Edge } from "./adjacency.ts";

/** The number of the edge between two vertices in the list of edges; −1 where there is none. */
export type EdgeIndex = (from: number, to: number) => number;

/**
 * Finds the edges of a simple undirected graph by their ends in either order. Built once for each
 * list of edges, O(E); O(1) a look-up, whatever numbers an answer gives for the ends.
 */
export const edgeIndex: (edges: readonly Edge[]) => EdgeIndex = oncePer((edges) =>
  toIndex(
    edges.flatMap(([u, v], edge) => [
      [u, v, edge],
      [v, u, edge],
    ]),
  ),
);

/** The same for a simple directed graph, where an edge leads from its first end to its second. */
export const directedEdgeIndex: (edges: readonly Edge[]) => EdgeIndex = oncePer((edges) =>
  toIndex(edges.map(([from, to], edge) => [from, to, edge])),
);

function toIndex(arcs: readonly (readonly number[])[]): EdgeIndex {
  const edgesFrom = new Map<number, Map<number, number>>();
  for (const [from, to, edge] of arcs) {
    const edgesTo = edgesFrom.get(from) ?? new Map<number, number>();
    edgesFrom.set(from, edgesTo.set(to, edge));
  }
  return (from, to) => edgesFrom.get(from)?.get(to) ?? -1;
}
