import type { Neighbour } from "../graphs/adjacency.ts";
import { tracePath } from "../graphs/trace-path.ts";
import { distancesFromRoot, type RootedTree, rootTree } from "./rooted-tree.ts";

/** A longest path of a tree: its vertices from end to end, and its length, the tree's diameter. */
export interface LongestPath {
  readonly vertices: number[];
  readonly length: number;
}

/**
 * A longest path of the tree that holds `start`, for weights not below 0: the vertex farthest from
 * any one is an end of such a path, and the vertex farthest from that end the other. O(vertices).
 */
export function longestPath(
  adjacency: readonly (readonly Neighbour[])[],
  start: number,
): LongestPath {
  const end = farthest(rootTree(adjacency, start)).vertex;
  const fromEnd = rootTree(adjacency, end);
  const { vertex, distance } = farthest(fromEnd);
  return { vertices: tracePath(fromEnd.parent, vertex), length: distance };
}

function farthest(tree: RootedTree): { vertex: number; distance: number } {
  const distances = distancesFromRoot(tree);
  let vertex = tree.order[0];
  for (const other of tree.order) if (distances[other] > distances[vertex]) vertex = other;
  return { vertex, distance: distances[vertex] };
}
