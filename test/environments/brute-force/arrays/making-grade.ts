import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { multisets, range, toIntegers } from "../enumerations.ts";
import { isNonDecreasing, total } from "../sequences.ts";

export const makingGrade = bruteForce<{ N: number; A: number[]; gold_answer: number }>(
  "MakingGrade",
  [{ N: 4 }],
  ({ N, A, gold_answer }, answer) => {
    const change = (B: number[]) => total(A.map((value, index) => Math.abs(value - B[index])));
    let least = Number.POSITIVE_INFINITY;
    for (const rising of multisets(range(Math.min(...A), Math.max(...A)), N)) {
      least = Math.min(least, change(rising), change(rising.toReversed()));
    }
    expect(gold_answer).toBe(least);
    const B = toIntegers(answer);
    expect(B.length).toBe(N);
    expect(isNonDecreasing(B) || isNonDecreasing(B.toReversed())).toBe(true);
    expect(change(B)).toBe(least);
  },
);
