import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  K: number;
  S: string;
  T: string;
  reference_answer: string;
}

/** By the definition: there is nothing to make best, and any right answer is right. */
export const stringPartitionShuffle = bruteForce<Instance>(
  "StringPartitionShuffle",
  [{ N: 3 }, { N: 5 }, { N: 9 }, { N: 14 }],
  ({ N, K, S, T, reference_answer }, answer) => {
    for (const text of [reference_answer, answer]) {
      const intervals = text.split("\n").map(toIntegers);
      expect(intervals).toHaveLength(K);
      const indices = intervals.flatMap(([L, R]) => {
        expect(L).toBeLessThan(R);
        return range(L, R - 1);
      });
      expect(indices.toSorted((a, b) => a - b)).toEqual(range(0, N - 1));
      expect(indices.map((index) => S[index]).join("")).toBe(T);
    }
  },
);
