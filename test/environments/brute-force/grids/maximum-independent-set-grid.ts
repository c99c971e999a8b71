import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const maximumIndependentSetGrid = bruteForce<{
  N: number;
  M: number;
  matrix: number[][];
  gold_answer: number;
}>("MaximumIndependentSetGrid", [{ MAX_N_M: 3 }], ({ N, M, matrix, gold_answer }, answer) => {
  const cells = range(0, N * M - 1);
  const total = (chosen: number[]) => chosen.reduce((sum, cell) => sum + matrix.flat()[cell], 0);
  const isIndependent = (chosen: number[]) =>
    chosen.every(
      (cell) => !chosen.includes(cell + M) && !(cell % M < M - 1 && chosen.includes(cell + 1)),
    );
  const totals = [...subsets(cells)].filter(isIndependent).map(total);
  expect(gold_answer).toBe(Math.max(...totals));
  const answered = cells.filter((cell) => answer.replaceAll("\n", "")[cell] === "1");
  expect(isIndependent(answered)).toBe(true);
  expect(total(answered)).toBe(gold_answer);
});
