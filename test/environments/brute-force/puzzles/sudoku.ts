import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Sudoku {
  N: number;
  M: number;
  sudoku: number[][];
  reference_answer: string;
}

export const sudoku = bruteForce<Sudoku>(
  "Sudoku",
  [
    { MAX_N_M: 2, sparsity: 0.5 },
    { MAX_N_M: 4, sparsity: 0.8 },
  ],
  ({ N, M, sudoku, reference_answer }, answer) => {
    expect(answer).toBe(reference_answer);
    const rows = answer.split("\n").map((line) => line.split(" ").map(Number));
    const numbers = range(1, N * M);
    const places = range(0, N * M - 1);
    const columns = places.map((column) => rows.map((row) => row[column]));
    const boxes = places.map((box) => {
      const [top, left] = [Math.floor(box / N) * N, (box % N) * M];
      return rows.slice(top, top + N).flatMap((row) => row.slice(left, left + M));
    });
    for (const group of [...rows, ...columns, ...boxes]) {
      expect(group.toSorted((a, b) => a - b)).toEqual(numbers);
    }
    for (const [row, clues] of sudoku.entries()) {
      expect(clues.map((clue, column) => (clue === 0 ? 0 : rows[row][column]))).toEqual(clues);
    }
  },
);
