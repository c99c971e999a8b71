import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const minimumDominatingSetGrid = bruteForce<{
  N: number;
  M: number;
  F: number[][];
  gold_answer: number;
}>("Minimum_DominatingSet_Grid", [{ MAX_N_M: 3 }], ({ N, M, F, gold_answer }, answer) => {
  const cells = range(1, N).flatMap((row) => range(1, M).map((column) => [row, column]));
  const cost = (chosen: number[][]) => chosen.reduce((sum, [i, j]) => sum + F[i - 1][j - 1], 0);
  const isDominating = (chosen: number[][]) =>
    cells.every(([i, j]) => chosen.some(([k, l]) => Math.abs(i - k) + Math.abs(j - l) <= 1));
  const costs = [...subsets(cells)].filter(isDominating).map(cost);
  expect(gold_answer).toBe(Math.min(...costs));
  const answered = answer.split("\n").map(toIntegers);
  expect(isDominating(answered)).toBe(true);
  expect(cost(answered)).toBe(gold_answer);
});
