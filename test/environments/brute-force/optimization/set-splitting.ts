import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const setSplitting = bruteForce<{ N: number; Sets: number[][]; reference_answer: string }>(
  "SetSplitting",
  [
    { N: 3, M: 3 },
    { N: 9, M: 20 },
  ],
  ({ N, Sets, reference_answer }, answer) => {
    // Any part that splits all subsets is right.
    for (const text of [reference_answer, answer]) {
      const part = toIntegers(text);
      expect(part.every((element) => range(0, N - 1).includes(element))).toBe(true);
      for (const set of Sets) {
        expect(set.some((element) => part.includes(element))).toBe(true);
        expect(set.every((element) => part.includes(element))).toBe(false);
      }
    }
  },
);
