import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const monotonicStack = bruteForce<{ N: number; A: number[]; reference_answer: number }>(
  "MonotonicStack",
  [{ N: 3 }, { N: 8 }, { N: 20 }],
  ({ N, A, reference_answer }, answer) => {
    const runs = A.map(
      (value, i) =>
        range(i + 1, N - 1).filter((j) => A.slice(i + 1, j + 1).every((other) => other < value))
          .length,
    );
    expect(reference_answer).toBe(total(runs));
    expect(answer).toBe(String(total(runs)));
  },
);
