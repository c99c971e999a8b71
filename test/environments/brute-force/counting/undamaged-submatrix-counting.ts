import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const undamagedSubmatrixCounting = bruteForce<{
  N: number;
  M: number;
  matrix: number[][];
  reference_answer: number;
}>(
  "UndamagedSubmatrixCounting",
  [{ MAX_N_M: 3 }, { MAX_N_M: 6 }],
  ({ N, M, matrix, reference_answer }, answer) => {
    let count = 0;
    for (const top of range(0, N - 1))
      for (const bottom of range(top + 1, N)) {
        for (const left of range(0, M - 1))
          for (const right of range(left + 1, M)) {
            const entries = matrix.slice(top, bottom).flatMap((row) => row.slice(left, right));
            if (entries.every((entry) => entry === 1)) count++;
          }
      }
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
