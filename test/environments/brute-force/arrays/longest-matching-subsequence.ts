import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface LongestMatchingSubsequence {
  N: number;
  A: number[];
  gold_answer: number;
}

export const longestMatchingSubsequence = bruteForce<LongestMatchingSubsequence>(
  "Longest_MatchingSubsequence",
  [{ N: 3 }, { N: 6 }, { N: 9 }],
  ({ N, A, gold_answer }, answer) => {
    const matches = (indices: number[]) =>
      indices.filter((index, place) => A[index] === place + 1).length;
    const most = Math.max(...[...subsets(range(0, N - 1))].map(matches));
    expect(gold_answer).toBe(most);
    expect(matches(toIntegers(answer))).toBe(most);
  },
);
