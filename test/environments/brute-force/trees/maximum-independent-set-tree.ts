import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const maximumIndependentSetTree = bruteForce<{
  N: number;
  edges: [number, number][];
  R: number[];
  reference_weight: number;
}>(
  "Maximum_IndependentSet_Tree",
  [4, 9].map((N) => ({ N })),
  ({ N, edges, R, reference_weight }, answer) => {
    const isIndependent = (set: number[]) =>
      !edges.some(([u, v]) => set.includes(u) && set.includes(v));
    const total = (set: number[]) => set.reduce((sum, vertex) => sum + R[vertex], 0);
    const best = Math.max(...[...subsets(range(0, N - 1))].filter(isIndependent).map(total));
    expect(reference_weight).toBe(best);
    expect(isIndependent(toIntegers(answer))).toBe(true);
    expect(total(toIntegers(answer))).toBe(best);
  },
);
