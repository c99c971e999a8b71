import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const prefixSumModDistinctPermutation = bruteForce<{ N: number; reference_answer: string }>(
  "PrefixSumMODDistinctPermutation",
  [{ MAX_N: 5 }, { MAX_N: 60 }],
  ({ N, reference_answer }, answer) => {
    for (const row of [reference_answer, answer].map(toIntegers)) {
      expect(row.toSorted((a, b) => a - b)).toEqual(range(1, N));
      const remainders = row.map((_, last) => total(row.slice(0, last + 1)) % N);
      expect(new Set(remainders).size).toBe(N);
    }
  },
);
