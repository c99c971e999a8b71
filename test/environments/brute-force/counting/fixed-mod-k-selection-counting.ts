import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const fixedModKSelectionCounting = bruteForce<{
  N: number;
  K: number;
  R: number;
  MOD: number;
  reference_answer: number;
}>(
  "FixedModK_Selection_Counting",
  [{ MAX_N: 4, MAX_K: 4 }],
  ({ N, K, R, MOD, reference_answer }, answer) => {
    let count = 0;
    for (let chosen = 0; chosen < 2 ** (N * K); chosen++) {
      if (chosen.toString(2).replaceAll("0", "").length % K === R) count++;
    }
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
