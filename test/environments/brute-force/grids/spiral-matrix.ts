import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const spiralMatrix = bruteForce<{
  M: number;
  N: number;
  matrix: number[][];
  gold_answer: number[];
}>("SpiralMatrix", [{ MAX_M_N: 4 }, { MAX_M_N: 7 }], ({ M, N, matrix, gold_answer }, answer) => {
  // A walk that turns right where the next cell is outside or visited.
  const visited = matrix.map((row) => row.map(() => false));
  const read: number[] = [];
  let [row, column, down, right] = [0, 0, 0, 1];
  for (let step = 0; step < M * N; step++) {
    read.push(matrix[row][column]);
    visited[row][column] = true;
    if (visited[row + down]?.[column + right] !== false) [down, right] = [right, -down];
    [row, column] = [row + down, column + right];
  }
  expect(gold_answer).toEqual(read);
  expect(answer).toBe(read.join(" "));
});
