import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const congruentEquation = bruteForce<{ A: number; B: number; reference_answer: number }>(
  "CongruentEquation",
  [{ MAX_A_B: 5 }, { MAX_A_B: 80 }],
  ({ A, B, reference_answer }, answer) => {
    const least = range(1, B).find((x) => (A * x) % B === 1);
    expect(reference_answer).toBe(least);
    expect(answer).toBe(String(least));
  },
);
