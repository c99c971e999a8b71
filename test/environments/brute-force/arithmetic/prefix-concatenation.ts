import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const prefixConcatenation = bruteForce<{ N: number; M: number; reference_answer: number }>(
  "PrefixConcatenation",
  [{ MAX_N: 12 }, { MAX_N: 150 }, { MAX_N: 1500 }],
  ({ N, M, reference_answer }, answer) => {
    const remainder = BigInt(range(1, N).join("")) % BigInt(M);
    expect(String(reference_answer)).toBe(String(remainder));
    expect(answer).toBe(String(remainder));
  },
);
