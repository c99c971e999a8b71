import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

export const minCubeAssignment = bruteForce<{
  P: number;
  Q: number;
  R: number;
  costs: number[][][];
  D: number;
  gold_answer: number;
}>("MinCubeAssignment", [{ MAX_P_Q_R: 2 }, { MAX_P_Q_R: 3 }], (instance, answer) => {
  const { P, Q, R, costs, D, gold_answer } = instance;
  const cost = (heights: number[]) =>
    heights.reduce((sum, height, at) => sum + costs.flat()[at][height], 0);
  const isSmooth = (heights: number[]) =>
    heights.every((height, at) => {
      const others = [...(at % Q < Q - 1 ? [at + 1] : []), ...(at + Q < P * Q ? [at + Q] : [])];
      return others.every((other) => Math.abs(height - heights[other]) <= D);
    });
  const answered = toIntegers(answer);
  expect(answered).toHaveLength(P * Q);
  expect(isSmooth(answered)).toBe(true);
  expect(cost(answered)).toBe(gold_answer);
  if (R ** (P * Q) > 800) return;
  const costsOfAll = [...sequences(range(0, R - 1), P * Q)].filter(isSmooth).map(cost);
  expect(Math.min(...costsOfAll)).toBe(gold_answer);
});
