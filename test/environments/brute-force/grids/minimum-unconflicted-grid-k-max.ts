import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

export const minimumUnconflictedGridKMax = bruteForce<{
  N: number;
  M: number;
  K: number;
  A: number[][];
  gold_answer: number;
}>(
  "MinimumUnconflictedGridKMax",
  [{ MAX_N_M: 3 }, { MAX_N_M: 5 }],
  ({ N, M, K, A, gold_answer }, answer) => {
    const kthLargest = (columns: number[]) =>
      A.map((row, i) => row[columns[i] - 1]).sort((p, q) => q - p)[K - 1];
    const choices = [...permutations(range(1, M))].map((order) => order.slice(0, N));
    expect(gold_answer).toBe(Math.min(...choices.map(kthLargest)));
    const columns = toIntegers(answer);
    expect(new Set(columns).size).toBe(N);
    expect(kthLargest(columns)).toBe(gold_answer);
  },
);
