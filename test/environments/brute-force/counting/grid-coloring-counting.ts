import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const gridColoringCounting = bruteForce<{
  N: number;
  M: number;
  C: number;
  Xs: number[];
  MOD: number;
  reference_answer: number;
}>("GridColoringCounting", [{ MAX_N_M: 3 }], ({ N, M, C, Xs, MOD, reference_answer }, answer) => {
  const isFine = (cells: number[]) =>
    Xs.every((x, colour) => cells.filter((cell) => cell === colour).length === x) &&
    cells.every((a, i) =>
      cells.every((b, j) => {
        const inLine = i % M === j % M || Math.floor(i / M) === Math.floor(j / M);
        return !inLine || a === C || b === C || a === b;
      }),
    );
  // The number C stands for an empty cell.
  const count = [...sequences(range(0, C), N * M)].filter(isFine).length;
  expect(reference_answer).toBe(count % MOD);
  expect(answer).toBe(String(count % MOD));
});
