import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, subsets, toIntegers } from "../enumerations.ts";

interface MaximumSubsequenceNum {
  N: number;
  K: number;
  A: number[];
  gold_answer: bigint;
  reference_answer: string;
}

export const maximumSubsequenceNum = bruteForce<MaximumSubsequenceNum>(
  "Maximum_SubsequenceNum",
  [
    { M: 2, N: 3, K: 2 },
    { M: 3, N: 3, K: 3 },
    { M: 1, N: 2, K: 5 },
    { M: 4, N: 2, K: 2 },
  ],
  ({ N, K, A, gold_answer, reference_answer }, answer) => {
    // The empty subsequence is one too many.
    const count = (appended: number[]) =>
      new Set([...subsets([...A, ...appended])].map((values) => values.join())).size - 1;
    const most = Math.max(...[...sequences(range(0, K - 1), N)].map(count));
    expect(gold_answer).toBe(BigInt(most));
    for (const text of [answer, reference_answer]) {
      const appended = toIntegers(text);
      expect(appended.length).toBe(N);
      expect(appended.every((value) => value >= 0 && value < K)).toBe(true);
      expect(count(appended)).toBe(most);
    }
  },
);
