import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const maxMultiplicationFixedSum = bruteForce<{ N: number; reference_answer: bigint }>(
  "MaxMultiplicationFixedSum",
  [{ MAX_N: 10 }, { MAX_N: 120 }],
  ({ N, reference_answer }, answer) => {
    const best = [1n];
    for (let sum = 1; sum <= N; sum++) {
      best[sum] = 0n;
      for (let part = 1; part <= sum; part++) {
        const product = BigInt(part) * best[sum - part];
        if (product > best[sum]) best[sum] = product;
      }
    }
    expect(reference_answer).toBe(best[N]);
    expect(answer).toBe(String(best[N]));
  },
);
