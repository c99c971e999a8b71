import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface LisLdsConcatenation {
  N: number;
  array: number[];
  gold_answer: number;
}

export const lisLdsConcatenation = bruteForce<LisLdsConcatenation>(
  "LIS_LDS_Concatenation",
  [
    { N: 5, MAX: 4 },
    { N: 9, MAX: 9 },
    { N: 9, MAX: 1000 },
  ],
  ({ N, array, gold_answer }, answer) => {
    const isBitonic = (indices: number[]) =>
      indices.some((_, peak) =>
        indices.every((index, at) => {
          if (at === 0) return true;
          const [before, value] = [array[indices[at - 1]], array[index]];
          return at <= peak ? before < value : before > value;
        }),
      );
    const lengths = [...subsets(range(0, N - 1))].filter(isBitonic).map(({ length }) => length);
    expect(gold_answer).toBe(Math.max(...lengths));
    expect(toIntegers(answer).length).toBe(gold_answer);
    expect(isBitonic(toIntegers(answer))).toBe(true);
  },
);
