import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";
import { longestNonDecreasing } from "../sequences.ts";

interface Cornfield {
  N: number;
  H: number[];
  K: number;
  gold_answer: number;
}

export const cornfield = bruteForce<Cornfield>(
  "Cornfield",
  [{ N: 3 }, { N: 4 }],
  ({ N, H, K, gold_answer }, answer) => {
    const raise = (heights: number[], [left, right]: number[]) =>
      heights.map((height, index) => height + (left <= index && index <= right ? 1 : 0));
    const intervals = range(0, N - 1).flatMap((left) =>
      range(left, N - 1).map((right) => [left, right]),
    );
    // The arrays that at most K operations reach.
    const reached = new Map([[H.join(), H]]);
    for (let operation = 1; operation <= K; operation++) {
      for (const heights of [...reached.values()]) {
        for (const interval of intervals) {
          const raised = raise(heights, interval);
          reached.set(raised.join(), raised);
        }
      }
    }
    const longest = Math.max(...[...reached.values()].map(longestNonDecreasing));
    expect(gold_answer).toBe(longest);

    const answered = answer.split("\n").filter((line) => line !== "");
    expect(answered.length).toBeLessThanOrEqual(K);
    expect(longestNonDecreasing(answered.map(toIntegers).reduce(raise, H))).toBe(longest);
  },
);
