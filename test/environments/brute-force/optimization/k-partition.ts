import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  K: number;
  Multiset_S: number[];
  reference_answer: string;
}

export const kPartition = bruteForce<Instance>(
  "KPartition",
  [
    { N: 4, K: 2 },
    { N: 12, K: 3 },
    { N: 40, K: 5 },
  ],
  ({ N, K, Multiset_S, reference_answer }, answer) => {
    // Any division into groups of the same sum is right.
    for (const text of [reference_answer, answer]) {
      const groups = text.split("\n").map(toIntegers);
      expect(groups.map(({ length }) => length)).toEqual(new Array(N / K).fill(K));
      expect(groups.flat().sort((a, b) => a - b)).toEqual(Multiset_S.toSorted((a, b) => a - b));
      const sums = groups.map((group) => group.reduce((sum, value) => sum + value, 0));
      expect(new Set(sums).size).toBe(1);
    }
  },
);
