import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const concatenationPartitionCountingSum = bruteForce<{
  N: number;
  M: number;
  S: string;
  MOD: number;
  reference_answer: number;
}>(
  "ConcatenationPartitionCountingSum",
  [
    { N: 3, M: 1 },
    { N: 4, M: 3 },
    { N: 4, M: 5 },
  ],
  ({ N, M, S, MOD, reference_answer }, answer) => {
    const F = [1];
    for (const n of range(1, 10 ** N)) {
      F.push(F.slice(Math.max(0, n - M)).reduce((sum, value) => (sum + value) % MOD, 0));
    }
    const total = (cuts: number[]) =>
      [0, ...cuts].reduce((sum, cut, i) => sum + Number(S.slice(cut, cuts[i] ?? N)), 0);
    const count = [...subsets(range(1, N - 1))].reduce((sum, cuts) => sum + F[total(cuts)], 0);
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
