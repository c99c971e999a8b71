import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Knapsack {
  N: number;
  W: number[];
  V: number[];
  W_max: number;
  gold_answer: number;
}

export const knapsack = bruteForce<Knapsack>(
  "Knapsack",
  [{ N: 4 }, { N: 8 }],
  ({ N, W, V, W_max, gold_answer }, answer) => {
    const total = (items: number[], of: number[]) => items.reduce((sum, i) => sum + of[i], 0);
    const selections = [...subsets(range(0, N - 1))].filter((items) => total(items, W) <= W_max);
    const best = Math.max(...selections.map((items) => total(items, V)));
    expect(gold_answer).toBe(best);
    expect(total(toIntegers(answer), V)).toBe(best);
  },
);
