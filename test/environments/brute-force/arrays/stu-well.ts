import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** How far below 0 entries are tried. */
const DEPTH = 2;

export const stuWell = bruteForce<{ X: number[]; M: number; reference_answer: number }>(
  "STUWell",
  [{ N: 3 }, { N: 4 }],
  ({ X, M, reference_answer }, answer) => {
    /** The least largest step of all ways to go on with the heights after the first few. */
    const leastStep = (before: number[], moves: number, largest: number): number => {
      const index = before.length;
      if (index === X.length) return before.includes(0) ? largest : Number.POSITIVE_INFINITY;
      const heights = range(Math.max(-DEPTH, X[index] - moves), X[index]);
      return Math.min(
        ...heights.map((height) => {
          const step = index === 0 ? 0 : Math.abs(height - before[index - 1]);
          return leastStep([...before, height], moves - X[index] + height, Math.max(largest, step));
        }),
      );
    };
    const least = leastStep([], M, 0);
    expect(reference_answer).toBe(least);
    expect(answer).toBe(String(least));
  },
);
