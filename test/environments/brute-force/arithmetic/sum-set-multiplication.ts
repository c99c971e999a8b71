import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const sumSetMultiplication = bruteForce<{
  N: number;
  K: number;
  MOD: number;
  reference_answer: number;
}>(
  "SumSetMultiplication",
  [
    { MAX_N: 3, MAX_K: 8 },
    { MAX_N: 5, MAX_K: 7 },
  ],
  ({ N, K, MOD, reference_answer }, answer) => {
    // All products are below 7^5 or 8^3, and there are below 10^4 of them.
    let sum = 0;
    for (const sequence of sequences(range(1, K), N)) {
      if (new Set(sequence).size === N) sum += sequence.reduce((product, x) => product * x, 1);
    }
    expect(reference_answer).toBe(sum % MOD);
    expect(answer).toBe(String(sum % MOD));
  },
);
