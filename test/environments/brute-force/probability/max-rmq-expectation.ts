import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";
import { residueOf } from "../numbers.ts";

export const maxRmqExpectation = bruteForce<{
  N: number;
  X: number;
  intervals: [number, number][];
  MOD: number;
  reference_answer: number;
}>(
  "MaxRMQExpectation",
  [2, 4, 5].map((N) => ({ N })),
  ({ N, X, intervals, MOD, reference_answer }, answer) => {
    const arrays = [...sequences(range(1, X), N)];
    const value = (A: number[]) =>
      Math.max(...intervals.map(([l, r]) => Math.min(...A.slice(l - 1, r))));
    const total = arrays.reduce((sum, A) => sum + value(A), 0);
    const expected = residueOf(BigInt(total), BigInt(arrays.length), MOD);
    expect(reference_answer).toBe(expected);
    expect(answer).toBe(String(expected));
  },
);
