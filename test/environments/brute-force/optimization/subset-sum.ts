import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const subsetSum = bruteForce<{ A: number[]; target: number; reference_answer: string }>(
  "SubsetSum",
  [{ N: 3 }, { N: 12 }],
  ({ A, target, reference_answer }, answer) => {
    // Any subset of that sum is right.
    for (const text of [reference_answer, answer]) {
      const indices = toIntegers(text);
      expect(new Set(indices).size).toBe(indices.length);
      expect(indices.reduce((sum, index) => sum + A[index], 0)).toBe(target);
    }
  },
);
