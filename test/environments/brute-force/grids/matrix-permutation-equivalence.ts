import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const matrixPermutationEquivalence = bruteForce<{
  N: number;
  M: number;
  A: number[][];
  B: number[][];
  reference_answer: string;
}>(
  "MatrixPermutationEquivalence",
  [{ MAX_N_M: 4 }, { MAX_N_M: 12 }],
  ({ N, M, A, B, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const [rows, columns] = text.split("\n").map((line) => line.split(" ").map(Number));
      expect(rows.toSorted((p, q) => p - q)).toEqual(range(0, N - 1));
      expect(columns.toSorted((p, q) => p - q)).toEqual(range(0, M - 1));
      expect(rows.map((row) => columns.map((column) => A[row][column]))).toEqual(B);
    }
  },
);
