import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

export const bezoutIdentity = bruteForce<{ A: number[]; gold_answer: number }>(
  "BezoutIdentity",
  [
    { N: 2, MAX_A: 12 },
    { N: 3, MAX_A: 12 },
  ],
  ({ A, gold_answer }, answer) => {
    const sumWith = (X: readonly number[]) => A.reduce((sum, a, i) => sum + a * X[i], 0);
    let least = Number.POSITIVE_INFINITY;
    for (const X of sequences(range(-12, 12), A.length)) {
      const sum = sumWith(X);
      if (sum > 0 && sum < least) least = sum;
    }
    expect(gold_answer).toBe(least);
    expect(sumWith(toIntegers(answer))).toBe(least);
  },
);
