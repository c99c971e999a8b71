import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Instance {
  N: number;
  M: number;
  row_K: number;
  col_K: number;
  start_grid: number[][];
  destination_grid: number[][];
  reference_answer: string;
}

export const ninePuzzle = bruteForce<Instance>(
  "NinePuzzle",
  [
    { MAX_N_M: 3, steps: 4 },
    { MAX_N_M: 7, steps: 9 },
  ],
  ({ N, M, row_K, col_K, start_grid, destination_grid, reference_answer }, answer) => {
    // Any moves that lead there are right.
    for (const text of [reference_answer, answer]) {
      let grid = start_grid;
      for (const line of text.split("\n").filter((line) => line !== "")) {
        const [kind, index, shift] = line
          .split(" ")
          .map((word, i) => (i === 0 ? word : Number(word)));
        const [place, by] = [Number(index), Number(shift)];
        expect(Math.abs(by)).toBeLessThanOrEqual(kind === "row" ? row_K : col_K);
        grid = grid.map((row, i) =>
          row.map((number, j) => {
            if (kind === "row") return i === place ? row[(j - by + 10 * M) % M] : number;
            return j === place ? grid[(i - by + 10 * N) % N][j] : number;
          }),
        );
      }
      expect(grid).toEqual(destination_grid);
    }
  },
);
