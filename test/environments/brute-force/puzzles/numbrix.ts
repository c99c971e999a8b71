import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const numbrix = bruteForce<{
  N: number;
  M: number;
  matrix: number[][];
  reference_answer: string;
}>(
  "Numbrix",
  [
    { MAX_N_M: 3, sparsity: 0.5 },
    { MAX_N_M: 7, sparsity: 0.8 },
  ],
  ({ N, M, matrix, reference_answer }, answer) => {
    // Any grid that keeps the rules is right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n").map(toIntegers);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(range(0, N * M - 1));
      for (const [i, row] of matrix.entries()) {
        for (const [j, clue] of row.entries()) expect([-1, rows[i][j]]).toContain(clue);
      }
      for (const [i, row] of rows.entries()) {
        for (const [j, number] of row.entries()) {
          if (number === N * M - 1) continue;
          const beside = [rows[i - 1]?.[j], rows[i + 1]?.[j], row[j - 1], row[j + 1]];
          expect(beside).toContain(number + 1);
        }
      }
    }
  },
);
