import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const crt = bruteForce<{
  MAX_X: number;
  B: number[];
  X_mod_B: number[];
  reference_answer: bigint;
}>(
  "CRT",
  [
    { MAX_X: 8, M: 2 },
    { MAX_X: 60, M: 4 },
  ],
  ({ MAX_X, B, X_mod_B, reference_answer }, answer) => {
    const solutions = range(0, MAX_X).filter((x) =>
      B.every((modulus, i) => x % modulus === X_mod_B[i]),
    );
    expect(solutions).toContain(Number(reference_answer));
    // The least one is found.
    expect(answer).toBe(String(solutions[0]));
  },
);
