import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

export const pairMoreOneCounting = bruteForce<{
  M: number;
  delta: number;
  K: number;
  reference_answer: number;
}>(
  "PairMoreOneCounting",
  [{ MAX_M: 4, MAX_delta: 3 }],
  ({ M, delta, K, reference_answer }, answer) => {
    const ones = (length: number) =>
      [...sequences([0, 1], length)].map((text) => text.filter((bit) => bit === 1).length);
    const [S, T] = [ones(M + delta), ones(M)];
    const pairs = S.reduce((sum, s) => sum + T.filter((t) => s > t).length, 0);
    const count = pairs % 10 ** K;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
