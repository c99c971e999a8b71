import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const minSumChebyshevDistance = bruteForce<{
  N: number;
  X: number[];
  Y: number[];
  T: number[];
  gold_answer: number;
  reference_answer: string;
}>(
  "MinSumChebyshevDistance",
  [2, 4, 9].map((N) => ({ N })),
  ({ N, X, Y, T, gold_answer, reference_answer }, answer) => {
    const cost = (x: number, y: number) =>
      T.reduce((sum, t, i) => sum + t * Math.max(Math.abs(x - X[i]), Math.abs(y - Y[i])), 0);
    const costs = range(-N, 3 * N).flatMap((x) => range(-N, 3 * N).map((y) => cost(x, y)));
    expect(gold_answer).toBe(Math.min(...costs));
    for (const [x, y] of [reference_answer, answer].map(toIntegers)) {
      expect(cost(x, y)).toBe(gold_answer);
    }
  },
);
