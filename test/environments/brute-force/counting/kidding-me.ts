import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const kiddingMe = bruteForce<{
  N: number;
  M: number;
  MOD: number;
  reference_answer: number;
}>("KiddingMe", [{ MAX_N_M: 3 }, { MAX_N_M: 4 }], ({ N, M, MOD, reference_answer }, answer) => {
  const rows = [...sequences(range(0, M), M)].filter((row) =>
    row.every((value, j) => j === 0 || row[j - 1] < value),
  );
  const isFine = (X: number[][]) =>
    range(1, N - 1).every((i) => range(0, M - 2).every((j) => X[i][j] < X[i - 1][j + 1]));
  const count = [...sequences(rows, N)].filter(isFine).length;
  expect(reference_answer).toBe(count % MOD);
  expect(answer).toBe(String(count % MOD));
});
