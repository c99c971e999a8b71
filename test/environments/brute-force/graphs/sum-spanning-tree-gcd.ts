import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { type Edge, spanningTrees } from "../spanning-trees.ts";

interface Graph {
  N: number;
  edges: Edge[];
  MOD: number;
  reference_answer: number;
}

export const sumSpanningTreeGcd = bruteForce<Graph>(
  "SumSpanningTreeGCD",
  [
    { N: 4, edge_density: 0.9 },
    { N: 6, edge_density: 0.7 },
  ],
  ({ N, edges, MOD, reference_answer }, answer) => {
    const shift = edges.map(([u, v, weight]): Edge => [u - 1, v - 1, weight]);
    const gcds = spanningTrees(N, shift).map((tree) => {
      let divisor = Math.min(...tree.map((edge) => edge[2]));
      while (tree.some((edge) => edge[2] % divisor !== 0)) divisor--;
      return divisor;
    });
    expect(reference_answer).toBe(gcds.reduce((sum, gcd) => sum + gcd, 0) % MOD);
    expect(answer).toBe(String(reference_answer));
  },
);
