import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const prefixProductModDistinctPermutation = bruteForce<{
  N: number;
  reference_answer: string;
}>(
  "PrefixProductMODDistinctPermutation",
  [{ MAX_N: 5 }, { MAX_N: 60 }],
  ({ N, reference_answer }, answer) => {
    for (const P of [reference_answer, answer].map(toIntegers)) {
      expect(P.toSorted((a, b) => a - b)).toEqual(range(1, N));
      const products = P.map((_, last) =>
        P.slice(0, last + 1).reduce((product, factor) => (product * factor) % N, 1),
      );
      expect(new Set(products).size).toBe(N);
    }
  },
);
