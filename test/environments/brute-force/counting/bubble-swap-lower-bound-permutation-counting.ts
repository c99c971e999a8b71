import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const bubbleSwapLowerBoundPermutationCounting = bruteForce<{
  N: number;
  P: number[];
  reference_answer: bigint;
}>(
  "BubbleSwapLowerBound_PermutationCounting",
  [3, 5, 7].map((N) => ({ N })),
  ({ N, P, reference_answer }, answer) => {
    const countSwaps = (permutation: number[]) => {
      const p = [...permutation];
      let swaps = 0;
      for (const _ of p) {
        for (const j of range(0, N - 2)) {
          if (p[j] <= p[j + 1]) continue;
          [p[j], p[j + 1]] = [p[j + 1], p[j]];
          swaps++;
        }
      }
      return swaps;
    };
    const distance = (p: number[]) => p.reduce((sum, x, i) => sum + Math.abs(i + 1 - x), 0);
    const above = [...permutations(range(1, N))].filter((p) => p.join("") > P.join(""));
    const count = above.filter((p) => countSwaps(p) === distance(p) / 2).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
