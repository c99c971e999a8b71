import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Construction {
  F0: number;
  A: number;
  B: number;
  S: bigint;
  reference_answer: string;
}

export const recursiveSequenceSumConstruction = bruteForce<Construction>(
  "RecursiveSequenceSumConstruction",
  [
    { N: 4, MAX_F0: 128, MAX_A: 16, MAX_B: 16384 },
    { N: 8, MAX_F0: 1, MAX_A: 2, MAX_B: 1 },
    { N: 30, MAX_F0: 20, MAX_A: 3, MAX_B: 20 },
  ],
  ({ F0, A, B, S, reference_answer }, answer) => {
    const term = (n: number): bigint =>
      n === 0 ? BigInt(F0) : BigInt(A) * term(n - 1) + BigInt(B);
    for (const text of [reference_answer, answer]) {
      const indices = toIntegers(text);
      expect(indices.length).toBeGreaterThan(0);
      expect(new Set(indices).size).toBe(indices.length);
      expect(Math.min(...indices)).toBeGreaterThan(0);
      expect(indices.reduce((sum, n) => sum + term(n), 0n)).toBe(S);
    }
  },
);
