import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const matrixBinaryExponentiation = bruteForce<{
  N: number;
  K: number;
  A: number[][];
  gold_answer: number[][];
}>(
  "Matrix_BinaryExponentiation",
  [
    { N: 1, MAX_K: 30 },
    { N: 3, MAX_K: 30 },
  ],
  ({ N, K, A, gold_answer }, answer) => {
    const indices = range(0, N - 1);
    let power = A;
    for (let factor = 2; factor <= K; factor++) {
      power = power.map((row) =>
        indices.map((column) => total(indices.map((k) => row[k] * A[k][column])) % 10_000),
      );
    }
    expect(gold_answer).toEqual(power);
    expect(answer.split("\n").map(toIntegers)).toEqual(power);
  },
);
