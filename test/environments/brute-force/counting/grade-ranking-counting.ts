import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const gradeRankingCounting = bruteForce<{
  N: number;
  M: number;
  MOD: number;
  U: number[];
  R: number[];
  K: number;
  reference_answer: number;
}>("GradeRankingCounting", [{ MAX_N_M: 3 }], ({ N, M, MOD, U, R, K, reference_answer }, answer) => {
  const rows = [...sequences(range(1, Math.max(...U)), M)].filter((row) =>
    row.every((value, j) => value <= U[j]),
  );
  const isFine = ([first, ...others]: number[][]) =>
    R.every((rank, j) => others.filter((row) => row[j] > first[j]).length === rank) &&
    others.filter((row) => row.every((value, j) => first[j] >= value)).length === K;
  const count = [...sequences(rows, N)].filter(isFine).length;
  expect(reference_answer).toBe(count % MOD);
  expect(answer).toBe(String(count % MOD));
});
