import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const boundedAdjacencyDifferencePermutationCounting = bruteForce<{
  N: number;
  K: number;
  reference_answer: bigint;
}>(
  "BoundedAdjacencyDifference_Permutation_Counting",
  [4, 6, 7].map((N) => ({ N })),
  ({ N, K, reference_answer }, answer) => {
    const isClose = (p: number[]) => range(0, N - 2).every((i) => Math.abs(p[i] - p[i + 1]) <= K);
    const count = [...permutations(range(1, N))].filter(isClose).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
