import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

export const skaRockGarden = bruteForce<{
  N: number;
  X: number[];
  Y: number[];
  M: number[];
  gold_answer_perimeter: number;
  gold_answer_cost: number;
  reference_answer: string;
}>(
  "SkaRockGarden",
  [3, 5, 8].map((N) => ({ N })),
  ({ N, X, Y, M, gold_answer_perimeter, gold_answer_cost, reference_answer }, answer) => {
    const outcome = (swaps: string[]) => {
      const xs = X.map((x, i) => (swaps[i] === "1" ? Y[i] : x));
      const ys = Y.map((y, i) => (swaps[i] === "1" ? X[i] : y));
      const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
      const cost = M.reduce((sum, price, i) => sum + (swaps[i] === "1" ? price : 0), 0);
      return [2 * (spread(xs) + spread(ys)), cost];
    };
    const [best] = [...sequences(["0", "1"], N)]
      .map(outcome)
      .sort(([p, c], [q, d]) => p - q || c - d);
    expect([gold_answer_perimeter, gold_answer_cost]).toEqual(best);
    expect(outcome([...reference_answer])).toEqual(best);
    expect(answer.length).toBe(N);
    expect(outcome([...answer])).toEqual(best);
  },
);
