import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const minesweeping = bruteForce<{ grid: number[][]; reference_answer: string }>(
  "Minesweeping",
  [
    { MAX_N_M: 4, density: 0.6 },
    { MAX_N_M: 12, density: 0.7 },
  ],
  ({ grid, reference_answer }, answer) => {
    // Any mines that agree with the numbers are right.
    for (const text of [reference_answer, answer]) {
      const rows = text.split("\n");
      expect(rows.map((row) => row.length)).toEqual(grid.map((row) => row.length));
      for (const [i, row] of grid.entries()) {
        for (const [j, number] of row.entries()) {
          if (number === -1) continue;
          expect(rows[i][j]).toBe(".");
          const around = [-1, 0, 1].flatMap((di) => [-1, 0, 1].map((dj) => rows[i + di]?.[j + dj]));
          expect(around.filter((cell) => cell === "*")).toHaveLength(number);
        }
      }
    }
  },
);
