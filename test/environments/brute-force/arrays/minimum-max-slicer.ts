import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { slicings, toIntegers } from "../enumerations.ts";
import { toBatches, total } from "../sequences.ts";

interface MinimumMaxSlicer {
  N: number;
  M: number;
  A: number[];
  gold_answer: number;
  reference_answer: string;
}

export const minimumMaxSlicer = bruteForce<MinimumMaxSlicer>(
  "Minimum_MaxSlicer",
  [{ N: 4 }, { N: 7 }, { N: 10 }],
  ({ N, M, A, gold_answer, reference_answer }, answer) => {
    const largest = (ends: number[]) => Math.max(...toBatches(A, ends).map(total));
    const cuts = [...slicings(N)].filter(({ length }) => length === M);
    expect(gold_answer).toBe(Math.min(...cuts.map(largest)));
    for (const text of [answer, reference_answer]) {
      const ends = toIntegers(text).map((last) => last + 1);
      expect(cuts).toContainEqual(ends);
      expect(largest(ends)).toBe(gold_answer);
    }
  },
);
