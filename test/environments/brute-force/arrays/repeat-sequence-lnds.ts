import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { longestNonDecreasing } from "../sequences.ts";

export const repeatSequenceLnds = bruteForce<{ T: number; a: number[]; reference_answer: number }>(
  "RepeatSequenceLNDS",
  [
    { n: 2, MAX_T: 5 },
    { n: 3, MAX_T: 4 },
    { n: 4, MAX_T: 3 },
  ],
  ({ T, a, reference_answer }, answer) => {
    const S = new Array(T).fill(a).flat();
    expect(reference_answer).toBe(longestNonDecreasing(S));
    expect(answer).toBe(String(longestNonDecreasing(S)));
  },
);
