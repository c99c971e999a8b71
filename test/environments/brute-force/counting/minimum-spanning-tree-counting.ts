import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

export const minimumSpanningTreeCounting = bruteForce<{
  N: number;
  edges: [number, number, number][];
  MOD: number;
  reference_answer: number;
}>(
  "MinimumSpanningTreeCounting",
  [
    { N: 4, edge_ratio: 1.5 },
    { N: 5, edge_ratio: 2 },
    { N: 6, edge_ratio: 2 },
  ],
  ({ N, edges, MOD, reference_answer }, answer) => {
    const isConnected = (chosen: [number, number, number][]) => {
      const reached = new Set([0]);
      for (const _ of chosen) {
        for (const [u, v] of chosen) {
          if (reached.has(u)) reached.add(v);
          if (reached.has(v)) reached.add(u);
        }
      }
      return reached.size === N;
    };
    const trees = [...subsets(edges)].filter((some) => some.length === N - 1 && isConnected(some));
    const weights = trees.map((tree) => tree.reduce((sum, edge) => sum + edge[2], 0));
    const count = weights.filter((weight) => weight === Math.min(...weights)).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
