import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const catalanNumberMod = bruteForce<{ N: number; MOD: number; reference_answer: number }>(
  "CatalanNumberMod",
  [{ MAX_N: 4 }],
  ({ N, MOD, reference_answer }, answer) => {
    let count = 0;
    for (const A of permutations(range(1, 2 * N))) {
      const rises = (step: number, start: number, every: number) =>
        range(0, 2 * N - 1).every(
          (i) => i % every !== start || i + step >= 2 * N || A[i] < A[i + step],
        );
      if (rises(2, 0, 2) && rises(2, 1, 2) && rises(1, 0, 2)) count++;
    }
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
