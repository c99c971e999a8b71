import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";
import { isNonDecreasing } from "../sequences.ts";

export const sorting = bruteForce<{ array: number[]; gold_answer: number[] }>(
  "Sorting",
  [{ N: 1 }, { N: 3 }, { N: 40 }],
  ({ array, gold_answer }, answer) => {
    for (const sorted of [gold_answer, toIntegers(answer)]) {
      expect(isNonDecreasing(sorted)).toBe(true);
      const count = (values: number[], value: number) => values.filter((v) => v === value).length;
      expect(sorted).toHaveLength(array.length);
      for (const value of array) expect(count(sorted, value)).toBe(count(array, value));
    }
  },
);
