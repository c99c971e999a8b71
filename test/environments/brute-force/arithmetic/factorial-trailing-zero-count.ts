import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const factorialTrailingZeroCount = bruteForce<{
  N: number;
  K: number;
  reference_answer: number;
}>(
  "FactorialTrailingZeroCount",
  [{ MAX_N_K: 10 }, { MAX_N_K: 120 }],
  ({ N, K, reference_answer }, answer) => {
    let factorial = 1n;
    for (let factor = 2n; factor <= N; factor++) factorial *= factor;
    let zeros = 0;
    for (; factorial % BigInt(K) === 0n; factorial /= BigInt(K)) zeros++;
    expect(reference_answer).toBe(zeros);
    expect(answer).toBe(String(zeros));
  },
);
