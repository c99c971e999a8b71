import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const matrixPermutationMainDiagonalOne = bruteForce<{
  N: number;
  A: number[][];
  reference_answer: string;
}>(
  "MatrixPermutation_MainDiagonalOne",
  [{ N: 3 }, { N: 12 }],
  ({ N, A, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const [rows, columns] = text.split("\n").map((line) => line.split(" ").map(Number));
      expect(rows.toSorted((p, q) => p - q)).toEqual(range(0, N - 1));
      expect(columns.toSorted((p, q) => p - q)).toEqual(range(0, N - 1));
      for (const i of range(0, N - 1)) {
        for (const j of range(0, N - 1)) {
          if (i === j) expect(A[rows[i]][columns[j]]).toBe(1);
        }
      }
    }
  },
);
