import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";
import { type Edge, namedEdges, spanningTrees } from "../spanning-trees.ts";

interface Graph {
  N: number;
  edges: Edge[];
  gold_answer: number;
}

function costOf(tree: readonly Edge[], vertex: number, depth = 0, from = -1): number {
  return tree.reduce((sum, [u, v, weight]) => {
    if ((u !== vertex && v !== vertex) || u === from || v === from) return sum;
    const below = u === vertex ? v : u;
    return sum + (depth + 1) * weight + costOf(tree, below, depth + 1, vertex);
  }, 0);
}

export const minimumWeightedSpanningTree = bruteForce<Graph>(
  "MinimumWeightedSpanningTree",
  [
    { N: 4, edge_density: 1 },
    { N: 6, edge_density: 0.8 },
    { N: 8, edge_density: 0.4 },
  ],
  ({ N, edges, gold_answer }, answer) => {
    const trees = spanningTrees(N, edges);
    const costs = trees.flatMap((tree) => range(0, N - 1).map((root) => costOf(tree, root)));
    expect(gold_answer).toBe(Math.min(...costs));
    const [root, ...ends] = toIntegers(answer);
    const named = namedEdges(ends.join(" "), edges);
    const tree = edges.filter((edge) => named.includes(edge));
    expect(trees).toContainEqual(tree);
    expect(named).toHaveLength(N - 1);
    expect(costOf(tree, root)).toBe(gold_answer);
  },
);
