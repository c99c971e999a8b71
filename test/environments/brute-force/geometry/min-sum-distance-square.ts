import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const minSumDistanceSquare = bruteForce<{
  M: number;
  N: number;
  points: number[][];
  gold_answer: number;
  reference_answer: number;
}>(
  "MinSumDistanceSquare",
  [2, 4, 9].map((M) => ({ M })),
  ({ M, N, points, gold_answer, reference_answer }, answer) => {
    const cost = (scaled: number) =>
      points.reduce((sum, xs) => sum + Math.min(...xs.map((x) => (scaled - N * x) ** 2)), 0);
    const costs = range(-M * N, M * N).map(cost);
    expect(gold_answer).toBe(Math.min(...costs));
    expect(reference_answer).toBe(costs.indexOf(gold_answer) - M * N);
    expect(cost(Number(answer))).toBe(gold_answer);
  },
);
