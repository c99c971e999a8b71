import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const gridParityConstruction = bruteForce<{ parity: number[][]; reference_answer: string }>(
  "GridParityConstruction",
  [{ MAX_N_M: 4 }, { MAX_N_M: 9 }],
  ({ parity, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      expect(text).toMatch(/^[01\n]+$/);
      const grid = text.split("\n").map((row) => [...row].map(Number));
      const at = (i: number, j: number) => grid[i]?.[j] ?? 0;
      expect(
        grid.map((row, i) =>
          row.map(
            (cell, j) => (cell + at(i - 1, j) + at(i + 1, j) + at(i, j - 1) + at(i, j + 1)) % 2,
          ),
        ),
      ).toEqual(parity);
    }
  },
);
