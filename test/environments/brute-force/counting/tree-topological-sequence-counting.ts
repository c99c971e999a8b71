import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const treeTopologicalSequenceCounting = bruteForce<{
  N: number;
  MOD: number;
  edges: [number, string, number][];
  reference_answer: number;
}>(
  "TreeTopologicalSequenceCounting",
  [3, 5, 7].map((N) => ({ N })),
  ({ N, MOD, edges, reference_answer }, answer) => {
    const isFine = (p: number[]) =>
      edges.every(([u, sign, v]) => (sign === "<" ? p[u] < p[v] : p[u] > p[v]));
    const count = [...permutations(range(0, N - 1))].filter(isFine).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
