import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const cliqueIndependentSetPartitioningCounting = bruteForce<{
  N: number;
  edges: [number, number][];
  reference_answer: number;
}>(
  "Clique_IndependentSet_Partitioning_Counting",
  [3, 5, 8].map((N) => ({ N })),
  ({ N, edges, reference_answer }, answer) => {
    const count = [...subsets(range(0, N - 1))].filter((S) => {
      const inside = edges.filter(([u, v]) => S.includes(u) && S.includes(v)).length;
      const outside = edges.filter(([u, v]) => !S.includes(u) && !S.includes(v)).length;
      const isSplit = S.length > 0 && S.length < N;
      return isSplit && inside === (S.length * (S.length - 1)) / 2 && outside === 0;
    }).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
