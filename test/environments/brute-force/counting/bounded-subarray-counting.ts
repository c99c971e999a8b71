import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const boundedSubarrayCounting = bruteForce<{
  A: number[];
  M: number;
  K: number;
  reference_answer: number;
}>(
  "BoundedSubarrayCounting",
  [
    { N: 1, M: 3 },
    { N: 4, M: 3 },
    { N: 6, M: 2 },
  ],
  ({ A, M, K, reference_answer }, answer) => {
    const B = range(1, M).flatMap(() => A);
    const sums = range(0, B.length - 1).flatMap((i) =>
      range(i + 1, B.length).map((j) => B.slice(i, j).reduce((sum, x) => sum + x, 0)),
    );
    const count = sums.filter((sum) => sum <= K).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
