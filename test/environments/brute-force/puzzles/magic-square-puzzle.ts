import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const magicSquarePuzzle = bruteForce<{
  N: number;
  grid: number[][];
  reference_answer: string;
}>(
  "MagicSquarePuzzle",
  [3, 4, 5, 6, 7, 8, 10].map((N) => ({ N, sparsity: 0.4 })),
  ({ N, grid, reference_answer }, answer) => {
    // Any square that keeps the rules is right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n").map(toIntegers);
      expect(rows.flat().sort((a, b) => a - b)).toEqual(range(1, N * N));
      const indices = range(0, N - 1);
      const lines = [
        ...rows,
        ...indices.map((j) => rows.map((row) => row[j])),
        indices.map((i) => rows[i][i]),
        indices.map((i) => rows[i][N - 1 - i]),
      ];
      const sums = new Set(lines.map((line) => line.reduce((a, b) => a + b)));
      expect(sums).toEqual(new Set([(N * (N * N + 1)) / 2]));
      for (const [i, row] of grid.entries()) {
        for (const [j, clue] of row.entries()) expect([0, rows[i][j]]).toContain(clue);
      }
    }
  },
);
