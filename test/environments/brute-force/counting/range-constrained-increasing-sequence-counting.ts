import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const rangeConstrainedIncreasingSequenceCounting = bruteForce<{
  N: number;
  L: number[];
  R: number[];
  reference_answer: number;
}>(
  "RangeConstrained_IncreasingSequence_Counting",
  [{ N: 2 }, { N: 4 }],
  ({ N, L, R, reference_answer }, answer) => {
    const isFine = (A: number[]) => {
      const positive = A.filter((value) => value > 0);
      return (
        positive.length > 0 &&
        A.every((value, i) => value === 0 || (L[i] <= value && value <= R[i])) &&
        positive.every((value, i) => i === 0 || positive[i - 1] < value)
      );
    };
    const count = [...sequences(range(0, Math.max(...R)), N)].filter(isFine).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
