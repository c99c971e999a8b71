import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface TopologicalSort {
  N: number;
  before_conditions: [number, number][];
  reference_answer: string;
}

export const topologicalSort = bruteForce<TopologicalSort>(
  "TopologicalSort",
  [{ N: 3 }, { N: 6 }, { N: 20 }],
  ({ N, before_conditions, reference_answer }, answer) => {
    for (const order of [reference_answer, answer].map(toIntegers)) {
      expect(order.toSorted((a, b) => a - b)).toEqual(range(0, N - 1));
      for (const [before, after] of before_conditions) {
        expect(order.indexOf(before)).toBeLessThan(order.indexOf(after));
      }
    }
  },
);
