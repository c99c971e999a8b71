import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

type Clause = [[number, boolean], [number, boolean]];

export const twoSat = bruteForce<{ N: number; clauses: Clause[]; reference_answer: string }>(
  "TwoSAT",
  [
    { N: 3, M: 9 },
    { N: 12, M: 40 },
  ],
  ({ N, clauses, reference_answer }, answer) => {
    // Any values that make all clauses true are right.
    for (const text of [reference_answer, answer]) {
      const values = toIntegers(text);
      expect(values).toHaveLength(N);
      for (const clause of clauses) {
        const literals = clause.map(([variable, isPositive]) =>
          isPositive ? values[variable] : 1 - values[variable],
        );
        expect(literals[0] + literals[1]).toBeGreaterThan(0);
      }
    }
  },
);
