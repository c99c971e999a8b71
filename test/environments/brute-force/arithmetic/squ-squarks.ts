import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const squSquarks = bruteForce<{ N: number; sums: number[]; reference_answer: string }>(
  "SquSquarks",
  [{ N: 3 }, { N: 4 }, { N: 8 }, { N: 16 }],
  ({ N, sums, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const numbers = toIntegers(text);
      expect(numbers.length).toBe(N);
      expect(new Set(numbers).size).toBe(N);
      expect(Math.min(...numbers)).toBeGreaterThan(0);
      const pairs = numbers.flatMap((a, i) => numbers.flatMap((b, j) => (i < j ? [a + b] : [])));
      expect(pairs.sort((a, b) => a - b)).toEqual(sums.toSorted((a, b) => a - b));
    }
  },
);
