import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface LongestMaxDiffBoundedInterval {
  N: number;
  A: number[];
  K: number;
  gold_answer: number;
}

export const longestMaxDiffBoundedInterval = bruteForce<LongestMaxDiffBoundedInterval>(
  "LongestMaxDiffBoundedInterval",
  [{ N: 3 }, { N: 7 }, { N: 15 }],
  ({ N, A, K, gold_answer }, answer) => {
    const isBounded = ([left, right]: number[]) => {
      const values = A.slice(left, right);
      return Math.max(...values) - Math.min(...values) <= K;
    };
    const ranges = range(0, N - 1).flatMap((left) =>
      range(left + 1, N).map((right) => [left, right]),
    );
    const lengths = ranges.filter(isBounded).map(([left, right]) => right - left);
    expect(gold_answer).toBe(Math.max(...lengths));
    const [left, right] = toIntegers(answer);
    expect(right - left).toBe(gold_answer);
    expect(isBounded([left, right])).toBe(true);
  },
);
