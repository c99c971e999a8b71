import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number, weight: number][];
  reference_answer: string;
}

export const checkAllCycleXorZero = bruteForce<Graph>(
  "CheckAllCycleXorZero",
  [
    { N: 4, edge_ratio: 1.5 },
    { N: 6, edge_ratio: 1.6 },
  ],
  ({ edges, reference_answer }, answer) => {
    // Sets of edges with an even degree at every vertex are unions of cycles that share no edge.
    const evenSets = [...subsets(edges)].filter((chosen) => {
      const odd = new Set<number>();
      for (const [u, v] of chosen) {
        for (const vertex of [u, v]) if (!odd.delete(vertex)) odd.add(vertex);
      }
      return odd.size === 0;
    });
    const isZero = evenSets.every((chosen) => chosen.reduce((xor, edge) => xor ^ edge[2], 0) === 0);
    expect(reference_answer).toBe(isZero ? "YES" : "NO");
    expect(answer).toBe(reference_answer);
  },
);
