import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

export const minPairSumMultiplicationPermutation = bruteForce<{
  N: number;
  A: number[][];
  B: number[][];
  gold_answer: number;
}>(
  "MinPairSumMultiplicationPermutation",
  [{ N: 3 }, { N: 6 }],
  ({ N, A, B, gold_answer }, answer) => {
    const productOf = (P: readonly number[]) =>
      P.reduce((sum, j, i) => sum + A[i][j], 0) * P.reduce((sum, j, i) => sum + B[i][j], 0);
    const least = Math.min(...[...permutations(range(0, N - 1))].map(productOf));
    expect(gold_answer).toBe(least);
    expect(productOf(toIntegers(answer))).toBe(least);
  },
);
