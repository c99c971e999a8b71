import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";
import { longestNonDecreasing, total } from "../sequences.ts";

interface MinCostReducingLnds {
  N: number;
  A: number[];
  B: number[];
  original_lnds_length: number;
  gold_answer: number;
  reference_answer: string;
}

export const minCostReducingLnds = bruteForce<MinCostReducingLnds>(
  "MinCostReducingLNDS",
  [{ N: 3 }, { N: 5 }, { N: 7 }],
  ({ N, A, B, original_lnds_length, gold_answer, reference_answer }, answer) => {
    const longest = longestNonDecreasing(A);
    const cost = (deleted: number[]) => total(deleted.map((index) => B[index]));
    const shortens = (deleted: number[]) =>
      longestNonDecreasing(A.filter((_, index) => !deleted.includes(index))) < longest;
    const costs = [...subsets(range(0, N - 1))].filter(shortens).map(cost);
    expect(original_lnds_length).toBe(longest);
    expect(gold_answer).toBe(Math.min(...costs));
    for (const text of [answer, reference_answer]) {
      expect(shortens(toIntegers(text))).toBe(true);
      expect(cost(toIntegers(text))).toBe(gold_answer);
    }
  },
);
