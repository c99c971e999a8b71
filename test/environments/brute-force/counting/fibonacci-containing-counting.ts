import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const fibonacciContainingCounting = bruteForce<{ K: number; reference_answer: number }>(
  "FibonacciContainingCounting",
  [{ MAX_K: 60 }],
  ({ K, reference_answer }, answer) => {
    const reaches = ([a, b]: [number, number]): boolean =>
      a + b === K || (a + b < K && reaches([b, a + b]));
    const pairs = range(1, K).flatMap((a) => range(1, K).map((b): [number, number] => [a, b]));
    const count = pairs.filter(reaches).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
