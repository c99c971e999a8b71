import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const eightDigitPuzzle = bruteForce<{
  start_grid: number[][];
  destination_grid: number[][];
  reference_answer: string;
}>(
  "EightDigitPuzzle",
  [
    { MAX_N_M: 3, steps: 5 },
    { MAX_N_M: 5, steps: 15 },
  ],
  ({ start_grid, destination_grid, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const grid = start_grid.map((row) => [...row]);
      for (const move of text) {
        const i = grid.findIndex((row) => row.includes(0));
        const j = grid[i].indexOf(0);
        const [k, l] = { U: [i - 1, j], D: [i + 1, j], L: [i, j - 1], R: [i, j + 1] }[move] ?? [];
        expect(grid[k ?? -1]?.[l ?? -1]).toBeDefined();
        [grid[i][j], grid[k ?? 0][l ?? 0]] = [grid[k ?? 0][l ?? 0], 0];
      }
      expect(grid).toEqual(destination_grid);
    }
    expect(answer.length).toBeLessThanOrEqual(reference_answer.length);
  },
);
