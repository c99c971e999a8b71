import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences, toIntegers } from "../enumerations.ts";

interface Formula {
  N: number;
  clauses: [variable: number, positive: boolean][][];
  reference_answer: string;
}

export const sat = bruteForce<Formula>(
  "SAT",
  [
    { N: 4, M: 12, density: 0.3 },
    { N: 7, M: 30, density: 0.4 },
  ],
  ({ N, clauses, reference_answer }, answer) => {
    const satisfying = [...sequences([0, 1], N)].filter((values) =>
      clauses.every((clause) => clause.some(([i, positive]) => (values[i] === 1) === positive)),
    );
    expect(satisfying).toContainEqual(toIntegers(reference_answer));
    expect(satisfying).toContainEqual(toIntegers(answer));
  },
);
