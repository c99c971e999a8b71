import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const distinctArrayPermutation = bruteForce<{
  N: number;
  array: number[];
  reference_answer: string;
}>(
  "DistinctArrayPermutation",
  [{ N: 3 }, { N: 6 }, { N: 9 }],
  ({ N, array, reference_answer }, answer) => {
    for (const B of [reference_answer, answer].map(toIntegers)) {
      expect(B.toSorted()).toEqual(array.toSorted());
      for (const chosen of subsets(range(0, N - 1))) {
        if (chosen.length === 0 || chosen.length === N) continue;
        const total = (of: number[]) => chosen.reduce((sum, position) => sum + of[position], 0);
        expect(total(B)).not.toBe(total(array));
      }
    }
  },
);
