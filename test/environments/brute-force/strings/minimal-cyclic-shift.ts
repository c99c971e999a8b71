import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const minimalCyclicShift = bruteForce<{ N: number; S: string; reference_answer: string }>(
  "MinimalCyclicShift",
  [{ N: 4 }, { N: 7 }, { N: 12 }],
  ({ N, S, reference_answer }, answer) => {
    const shifts = range(0, N - 1).map((start) => (S + S).slice(start, start + N));
    const least = Math.min(...shifts.map((shift) => Number.parseInt(shift, 2)));
    expect(reference_answer).toBe(least.toString(2).padStart(N, "0"));
    expect(answer).toBe(reference_answer);
  },
);
