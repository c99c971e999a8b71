import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Grid {
  grid: string[][];
  gold_answer: number[][];
  reference_answer: string;
}

/** Distances grow from the neighbours' until none is too large any more. */
export const gridBfs = bruteForce<Grid>(
  "GridBFS",
  [{ MAX_N_M: 4 }, { MAX_N_M: 7 }],
  ({ grid, gold_answer, reference_answer }, answer) => {
    const distance = grid.map((row) => row.map((cell): number => (cell === "1" ? 0 : 1e9)));
    const at = (row: number, column: number) => distance[row]?.[column] ?? 1e9;
    for (let hasChanged = true; hasChanged; ) {
      hasChanged = false;
      for (const [r, row] of grid.entries()) {
        for (const [c, cell] of row.entries()) {
          const nearest = Math.min(at(r - 1, c), at(r + 1, c), at(r, c - 1), at(r, c + 1));
          if (cell === "X" || distance[r][c] <= nearest + 1) continue;
          distance[r][c] = nearest + 1;
          hasChanged = true;
        }
      }
    }
    const right = distance.map((row) => row.map((steps) => (steps < 1e9 ? steps : -1)));
    expect(gold_answer).toEqual(right);
    for (const text of [answer, reference_answer]) {
      expect(text).toBe(right.map((row) => row.join(" ")).join("\n"));
    }
  },
);
