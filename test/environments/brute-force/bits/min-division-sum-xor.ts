import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Split {
  N: number;
  A: number[];
  K: number;
  gold_answer: number;
}

export const minDivisionSumXor = bruteForce<Split>(
  "MinDivisionSumXor",
  [{ N: 4 }, { N: 8 }],
  ({ N, A, K, gold_answer }, answer) => {
    const orOfSums = (ends: number[]) =>
      ends
        .map((end, batch) => A.slice(batch === 0 ? 0 : ends[batch - 1], end))
        .map((batch) => batch.reduce((sum, value) => sum + value, 0))
        .reduce((or, sum) => or | sum, 0);
    const splits = [...subsets(range(1, N - 1))].map((cuts) => [...cuts, N]);
    const best = Math.min(...splits.filter(({ length }) => length <= K).map(orOfSums));
    expect(gold_answer).toBe(best);
    expect(toIntegers(answer).length).toBeLessThanOrEqual(K);
    expect(orOfSums(toIntegers(answer))).toBe(best);
  },
);
