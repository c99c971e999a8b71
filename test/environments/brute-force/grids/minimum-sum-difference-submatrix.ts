import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const minimumSumDifferenceSubmatrix = bruteForce<{
  N: number;
  M: number;
  R: number;
  C: number;
  matrix: number[][];
  gold_answer: number;
}>(
  "MinimumSumDifferenceSubmatrix",
  [{ MAX_N_M: 3 }, { MAX_N_M: 5 }, { MAX_N_M: 7 }],
  ({ N, M, R, C, matrix, gold_answer }, answer) => {
    const choices = (size: number, count: number) =>
      [...subsets(range(0, size - 1))].filter((chosen) => chosen.length === count);
    const changes = (lines: number[][]) =>
      lines.flatMap((line) => line.slice(1).map((entry, at) => Math.abs(entry - line[at])));
    const total = (rows: number[], columns: number[]) => {
      const across = rows.map((row) => columns.map((column) => matrix[row][column]));
      const down = columns.map((column) => rows.map((row) => matrix[row][column]));
      return [...changes(across), ...changes(down)].reduce((sum, change) => sum + change, 0);
    };
    const totals = choices(N, R).flatMap((rows) =>
      choices(M, C).map((columns) => total(rows, columns)),
    );
    expect(gold_answer).toBe(Math.min(...totals));
    const [rows, columns] = answer.split("\n").map(toIntegers);
    expect(choices(N, R)).toContainEqual(rows);
    expect(choices(M, C)).toContainEqual(columns);
    expect(total(rows, columns)).toBe(gold_answer);
  },
);
