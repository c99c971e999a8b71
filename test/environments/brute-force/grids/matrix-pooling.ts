import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const matrixPooling = bruteForce<{
  N: number;
  M: number;
  K: number;
  matrix: number[][];
  gold_answer: number[][];
}>(
  "MatrixPooling",
  [{ MAX_N_M: 4 }, { MAX_N_M: 7 }],
  ({ N, M, K, matrix, gold_answer }, answer) => {
    const pooled = range(0, N - K).map((i) =>
      range(0, M - K).map((j) => {
        const cells = range(0, K * K - 1).map((at) => matrix[i + Math.floor(at / K)][j + (at % K)]);
        return cells.sort((a, b) => b - a)[0];
      }),
    );
    expect(gold_answer).toEqual(pooled);
    expect(answer).toBe(pooled.map((row) => row.join(" ")).join("\n"));
  },
);
