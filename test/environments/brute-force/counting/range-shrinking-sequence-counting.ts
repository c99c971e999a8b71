import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const rangeShrinkingSequenceCounting = bruteForce<{
  N: number;
  R: number[];
  MOD: number;
  reference_answer: number;
}>(
  "RangeShrinkingSequenceCounting",
  [{ N: 3 }, { N: 5 }],
  ({ N, R, MOD, reference_answer }, answer) => {
    const isFine = (A: number[]) =>
      A.every((value, i) => value <= R[i]) &&
      range(2, N - 1).every((i) => {
        const earlier = A.slice(0, i - 1);
        const r = Math.min(...earlier.filter((value) => value >= A[i - 1]));
        const l = Math.max(...earlier.filter((value) => value <= A[i - 1]));
        return l <= A[i] && A[i] <= r;
      });
    const count = [...sequences(range(1, N), N)].filter(isFine).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
