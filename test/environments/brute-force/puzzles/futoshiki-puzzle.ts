import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const futoshikiPuzzle = bruteForce<{
  N: number;
  inequalities: number[][];
  matrix: number[][];
  reference_answer: string;
}>(
  "FutoshikiPuzzle",
  [
    { N: 3, sparsity: 0.5 },
    { N: 9, sparsity: 0.8 },
  ],
  ({ N, inequalities, matrix, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n").map((line) => line.split(" ").map(Number));
      const columns = range(0, N - 1).map((j) => rows.map((row) => row[j]));
      for (const line of [...rows, ...columns]) {
        expect(line.toSorted((a, b) => a - b)).toEqual(range(0, N - 1));
      }
      expect(rows.map((row, i) => row.map((cell, j) => (matrix[i][j] === -1 ? -1 : cell)))).toEqual(
        matrix,
      );
      for (const [i, j, k, l] of inequalities) expect(rows[i][j]).toBeLessThan(rows[k][l]);
    }
  },
);
