import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const axisKCenter = bruteForce<{ N: number; K: number; X: number[]; gold_answer: number }>(
  "Axis_KCenter",
  [{ N: 4 }, { N: 9 }],
  ({ N, K, X, gold_answer }, answer) => {
    const distanceTo = (chosen: readonly number[]) =>
      X.reduce((sum, at) => sum + Math.min(...chosen.map((point) => Math.abs(X[point] - at))), 0);
    const choices = [...subsets(range(0, N - 1))].filter(({ length }) => length === K);
    expect(gold_answer).toBe(Math.min(...choices.map(distanceTo)));
    expect(new Set(toIntegers(answer)).size).toBe(K);
    expect(distanceTo(toIntegers(answer))).toBe(gold_answer);
  },
);
