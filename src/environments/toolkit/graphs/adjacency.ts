/** A neighbour in an adjacency list: where an edge leads, what it weighs, which edge it is. */
export interface Neighbour {
  readonly to: number;
  readonly weight: number;
  readonly edge: number;
}

/** An edge as instances store it: `[u, v]` or `[u, v, weight]`. */
export type Edge = readonly number[];

/** Adjacency lists of a directed graph on 0..vertexCount−1; an edge without weight weighs 1. */
export function toDirectedAdjacency(vertexCount: number, edges: readonly Edge[]): Neighbour[][] {
  const adjacency: Neighbour[][] = Array.from({ length: vertexCount }, () => []);
  for (const [edge, [from, to, weight = 1]] of edges.entries()) {
    adjacency[from].push({ to: to, weight, edge });
  }
  return adjacency;
}

/** Adjacency lists of an undirected graph on 0..vertexCount−1; an edge without weight weighs 1. */
export function toAdjacency(vertexCount: number, edges: readonly Edge[]): Neighbour[][] {
  const adjacency: Neighbour[][] = Array.from({ length: vertexCount }, () => []);
  for (const [edge, [u, v, weight = 1]] of edges.entries()) {
    adjacency[u].push({ to: v, weight, edge });
    adjacency[v].push({ to: u, weight, edge });
  }
  return adjacency;
}
