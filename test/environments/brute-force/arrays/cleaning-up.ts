import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { slicings, toIntegers } from "../enumerations.ts";
import { toBatches, total } from "../sequences.ts";

export const cleaningUp = bruteForce<{ N: number; A: number[]; gold_answer: number }>(
  "CleaningUp",
  [{ N: 4 }, { N: 6 }, { N: 9 }],
  ({ N, A, gold_answer }, answer) => {
    const cost = (ends: number[]) =>
      total(toBatches(A, ends).map((batch) => new Set(batch).size ** 2));
    const least = Math.min(...[...slicings(N)].map(cost));
    expect(gold_answer).toBe(least);
    expect(cost(toIntegers(answer))).toBe(least);
  },
);
