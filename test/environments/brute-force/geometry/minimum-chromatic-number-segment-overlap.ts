import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

export const minimumChromaticNumberSegmentOverlap = bruteForce<{
  N: number;
  segments: [number, number][];
  gold_answer: number;
  reference_answer: string;
}>(
  "MinimumChromaticNumber_SegmentOverlap",
  [3, 4, 5].map((N) => ({ N })),
  ({ N, segments, gold_answer, reference_answer }, answer) => {
    const colours = (colouring: number[]) => {
      const clashes = segments.some(([l, r], i) =>
        segments.some(([a, b], j) => i < j && l <= b && a <= r && colouring[i] === colouring[j]),
      );
      return clashes ? Infinity : new Set(colouring).size;
    };
    let least = Infinity;
    for (const colouring of sequences(range(1, N), N)) least = Math.min(least, colours(colouring));
    expect(gold_answer).toBe(least);
    expect(colours(toIntegers(reference_answer))).toBe(least);
    expect(toIntegers(answer).length).toBe(N);
    expect(colours(toIntegers(answer))).toBe(least);
  },
);
