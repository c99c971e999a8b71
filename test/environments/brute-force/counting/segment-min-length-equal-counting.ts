import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, subsets } from "../enumerations.ts";

export const segmentMinLengthEqualCounting = bruteForce<{
  N: number;
  S: number[];
  MOD: number;
  reference_answer: number;
}>(
  "SegmentMinLengthEqual_Counting",
  [{ N: 3 }, { N: 5 }],
  ({ N, S, MOD, reference_answer }, answer) => {
    const cuts = [...subsets(range(1, N - 1))];
    const isGood = (A: number[]) =>
      cuts.some((cut) =>
        [0, ...cut].every((start, i) => {
          const interval = A.slice(start, cut[i] ?? N);
          return Math.min(...interval) === interval.length;
        }),
      );
    const count = [...sequences(S, N)].filter(isGood).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
