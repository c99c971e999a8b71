import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const randomRangeMaxExpectation = bruteForce<{
  N: number;
  Q: number;
  array: number[];
  gold_answer: number[];
}>(
  "RandomRangeMaxExpectation",
  [{ N: 2 }, { N: 3 }, { N: 4 }],
  ({ N, Q, array, gold_answer }, answer) => {
    const totals = (values: number[], left: number): number[] => {
      if (left === 0) return values;
      const sums = values.map(() => 0);
      for (const l of range(0, N - 1))
        for (const r of range(l, N - 1)) {
          const most = Math.max(...values.slice(l, r + 1));
          const after = values.map((value, i) => (l <= i && i <= r ? most : value));
          for (const [i, value] of totals(after, left - 1).entries()) sums[i] += value;
        }
      return sums;
    };
    const expected = totals(array, Q).map((total) => total % 10_000);
    expect(gold_answer).toEqual(expected);
    expect(answer).toBe(expected.join(" "));
  },
);
