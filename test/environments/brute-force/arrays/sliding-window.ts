import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface SlidingWindow {
  N: number;
  K: number;
  A: number[];
  gold_answer: number[];
  reference_answer: string;
}

export const slidingWindow = bruteForce<SlidingWindow>(
  "SlidingWindow",
  [{ N: 3 }, { N: 8 }, { N: 45 }],
  ({ N, K, A, gold_answer, reference_answer }, answer) => {
    const minima = range(0, N - K).map((start) => Math.min(...A.slice(start, start + K)));
    expect(gold_answer).toEqual(minima);
    expect(toIntegers(reference_answer)).toEqual(minima);
    expect(toIntegers(answer)).toEqual(minima);
  },
);
