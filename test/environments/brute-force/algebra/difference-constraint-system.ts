import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface DifferenceConstraintSystem {
  N: number;
  inequations: [number, number][];
  results: number[];
  reference_answer: string;
}

export const differenceConstraintSystem = bruteForce<DifferenceConstraintSystem>(
  "DifferenceConstraintSystem",
  [
    { N: 2, M: 5 },
    { N: 4, M: 8 },
    { N: 12, M: 60 },
  ],
  ({ N, inequations, results, reference_answer }, answer) => {
    for (const x of [reference_answer, answer].map(toIntegers)) {
      expect(x).toHaveLength(N);
      for (const [index, [i, j]] of inequations.entries()) {
        expect(x[i] - x[j]).toBeLessThanOrEqual(results[index]);
      }
    }
  },
);
