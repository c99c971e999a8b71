import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  M: number;
  K: number;
  start_grid: number[][];
  destination_grid: number[][];
  reference_answer: string;
}

export const twiddlePuzzle = bruteForce<Instance>(
  "TwiddlePuzzle",
  [
    { MAX_N_M: 3, steps: 3 },
    { MAX_N_M: 7, steps: 6 },
  ],
  ({ N, M, K, start_grid, destination_grid, reference_answer }, answer) => {
    // Any moves that lead there are right.
    for (const text of [reference_answer, answer]) {
      let grid = start_grid;
      for (const [i, j] of text
        .split("\n")
        .map(toIntegers)
        .filter(({ length }) => length > 0)) {
        expect(i >= 0 && i <= N - K && j >= 0 && j <= M - K).toBe(true);
        // The cell at (x, y) of the block comes from (y, K − 1 − x).
        grid = range(0, N - 1).map((row) =>
          range(0, M - 1).map((column) => {
            const [x, y] = [row - i, column - j];
            const isInside = x >= 0 && x < K && y >= 0 && y < K;
            return isInside ? grid[i + y][j + K - 1 - x] : grid[row][column];
          }),
        );
      }
      expect(grid).toEqual(destination_grid);
    }
  },
);
