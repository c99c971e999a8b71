import type { Neighbour } from "../graphs/adjacency.ts";

/** A tree seen from its root. Arrays are indexed by vertex, except `order`. */
export interface RootedTree {
  /** The vertices in depth-first preorder: parents before children, neighbours as listed. */
  readonly order: readonly number[];
  /** −1 for the root. */
  readonly parent: readonly number[];
  /** The weight of the edge to the parent; 0 for the root. */
  readonly parentWeight: readonly number[];
  /** Edges between root and vertex. */
  readonly depth: readonly number[];
}

/**
 * Roots the tree that holds `root`, without recursion, in O(vertices).
 * @throws RangeError if there is a cycle
 */
export function rootTree(adjacency: readonly (readonly Neighbour[])[], root: number): RootedTree {
  const order: number[] = [];
  const parent = new Array<number>(adjacency.length).fill(-1);
  const parentWeight = new Array<number>(adjacency.length).fill(0);
  const depth = new Array<number>(adjacency.length).fill(0);
  const stack = [root];
  for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
    if (order.push(vertex) > adjacency.length) throw new RangeError("not a tree: it has a cycle");
    // Last neighbour first, so that the first one is taken from the stack first.
    for (let index = adjacency[vertex].length - 1; index >= 0; index--) {
      const { to, weight } = adjacency[vertex][index];
      if (to === parent[vertex]) continue;
      parent[to] = vertex;
      parentWeight[to] = weight;
      depth[to] = depth[vertex] + 1;
      stack.push(to);
    }
  }
  return { order, parent, parentWeight, depth };
}

/** For each vertex, the sum of the values in its subtree. O(vertices). */
export function subtreeSums({ order, parent }: RootedTree, values: readonly number[]): number[] {
  const sums = [...values];
  for (let index = order.length - 1; index > 0; index--) {
    sums[parent[order[index]]] += sums[order[index]];
  }
  return sums;
}

/** For each vertex, the total weight of the edges between it and the root. O(vertices). */
export function distancesFromRoot({ order, parent, parentWeight }: RootedTree): number[] {
  const distances = parent.map(() => 0);
  for (let index = 1; index < order.length; index++) {
    const vertex = order[index];
    distances[vertex] = distances[parent[vertex]] + parentWeight[vertex];
  }
  return distances;
}

/** For each vertex, its children in preorder. O(vertices). */
export function childrenOf({ order, parent }: RootedTree): number[][] {
  const children: number[][] = parent.map(() => []);
  for (let index = 1; index < order.length; index++) {
    children[parent[order[index]]].push(order[index]);
  }
  return children;
}
