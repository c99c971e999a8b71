import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const singingGirlStory = bruteForce<{
  N: number;
  A: number;
  conditions: number[][];
  MOD: number;
  reference_answer: number;
}>(
  "SingingGirlStory",
  [{ MAX_N_M: 3 }, { MAX_N_M: 5 }],
  ({ N, A, conditions, MOD, reference_answer }, answer) => {
    const isFine = (H: number[]) =>
      conditions.every(([l, r, v]) => Math.max(...H.slice(l - 1, r)) === v);
    const count = [...sequences(range(1, A), N)].filter(isFine).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
