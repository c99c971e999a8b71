import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const inversionPairKCounting = bruteForce<{
  N: number;
  K: number;
  MOD: number;
  reference_answer: number;
}>(
  "InversionPairK_Counting",
  [3, 5, 6, 7].map((N) => ({ N })),
  ({ N, K, MOD, reference_answer }, answer) => {
    const inversions = (a: number[]) =>
      a.reduce((sum, x, i) => sum + a.slice(i + 1).filter((y) => y < x).length, 0);
    const count = [...permutations(range(1, N))].filter((a) => inversions(a) === K).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
