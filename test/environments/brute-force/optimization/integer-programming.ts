import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  inequations: number[][];
  results: number[];
  reference_answer: string;
}

export const integerProgramming = bruteForce<Instance>(
  "IntegerProgramming",
  [
    { N: 3, M: 3 },
    { N: 4, M: 8 },
    { N: 8, M: 16 },
  ],
  ({ N, inequations, results, reference_answer }, answer) => {
    // Any integers that satisfy all inequalities are right.
    for (const text of [reference_answer, answer]) {
      const x = toIntegers(text);
      expect(x.length).toBe(N);
      for (const [k, row] of inequations.entries()) {
        const left = row.reduce((sum, coefficient, i) => sum + coefficient * x[i], 0);
        expect(left).toBeGreaterThanOrEqual(results[k]);
      }
    }
  },
);
