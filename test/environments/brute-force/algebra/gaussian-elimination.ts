import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

interface GaussianElimination {
  N: number;
  equations: number[][];
  results: number[];
  reference_answer: string;
}

export const gaussianElimination = bruteForce<GaussianElimination>(
  "GaussianElimination",
  [
    { N: 2, M: 1 },
    { N: 4, M: 3 },
    { N: 12, M: 20 },
  ],
  ({ N, equations, results, reference_answer }, answer) => {
    for (const x of [reference_answer, answer].map(toIntegers)) {
      expect(x).toHaveLength(N);
      const sums = equations.map((row) => total(row.map((factor, index) => factor * x[index])));
      expect(sums).toEqual(results);
    }
  },
);
