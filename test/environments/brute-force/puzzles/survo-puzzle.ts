import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  M: number;
  matrix: number[][];
  row_sums: number[];
  col_sums: number[];
  reference_answer: string;
}

export const survoPuzzle = bruteForce<Instance>(
  "SurvoPuzzle",
  [
    { MAX_N_M: 3, sparsity: 0.5 },
    { MAX_N_M: 6, sparsity: 0.8 },
  ],
  ({ N, M, matrix, row_sums, col_sums, reference_answer }, answer) => {
    // Any grid that keeps the rules is right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n").map(toIntegers);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(range(0, N * M - 1));
      expect(rows.map((row) => row.reduce((a, b) => a + b))).toEqual(row_sums);
      expect(range(0, M - 1).map((j) => rows.reduce((total, row) => total + row[j], 0))).toEqual(
        col_sums,
      );
      for (const [i, row] of matrix.entries()) {
        for (const [j, clue] of row.entries()) expect([-1, rows[i][j]]).toContain(clue);
      }
    }
  },
);
