import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { slicings, toIntegers } from "../enumerations.ts";
import { toBatches, total } from "../sequences.ts";

interface MinimumMaxAbsSlicer {
  N: number;
  M: number;
  A: number[];
  B: number[];
  gold_answer_max_abs: number;
  gold_answer: number[];
  reference_answer: string;
}

export const minimumMaxAbsSlicer = bruteForce<MinimumMaxAbsSlicer>(
  "Minimum_MaxAbsSlicer",
  [{ N: 4 }, { N: 7 }, { N: 10 }],
  ({ N, M, A, B, gold_answer_max_abs, gold_answer, reference_answer }, answer) => {
    const imbalance = (ends: number[]) =>
      Math.max(...toBatches(B, ends).map((batch) => Math.abs(total(batch))));
    const cuts = [...slicings(N)].filter(({ length }) => length === M);
    const least = Math.min(...cuts.map(imbalance));
    const [smallest] = cuts
      .filter((ends) => imbalance(ends) === least)
      .map((ends) => ends.map((end) => A[end - 1]))
      .sort((a, b) => {
        const differing = a.findIndex((label, batch) => label !== b[batch]);
        return differing === -1 ? 0 : a[differing] - b[differing];
      });
    expect(gold_answer_max_abs).toBe(least);
    expect(gold_answer).toEqual(smallest);
    expect(toIntegers(reference_answer)).toEqual(smallest);
    expect(toIntegers(answer)).toEqual(smallest);
  },
);
