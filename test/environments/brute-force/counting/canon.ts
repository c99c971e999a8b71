import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const canon = bruteForce<{ N: number; M: number; MOD: number; reference_answer: number }>(
  "Canon",
  [{ MAX_N_M: 4 }],
  ({ N, M, MOD, reference_answer }, answer) => {
    const isFine = (masks: number[]) =>
      new Set(masks).size === M && masks.reduce((xor, mask) => xor ^ mask, 0) === 0;
    const count = [...sequences(range(1, 2 ** N - 1), M)].filter(isFine).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
