import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const minimumFibonacciRepresentation = bruteForce<{ K: number; reference_answer: number }>(
  "MinimumFibonacciRepresentation",
  [{ MAX_K: 15 }, { MAX_K: 200 }],
  ({ K, reference_answer }, answer) => {
    // Breadth first through all integers that are near enough.
    const fibonacci = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377];
    let reached = new Set([0]);
    let steps = 0;
    while (!reached.has(K)) {
      reached = new Set(
        [...reached]
          .flatMap((n) => fibonacci.flatMap((f) => [n + f, n - f]))
          .filter((n) => Math.abs(n) <= 400),
      );
      steps++;
    }
    expect(reference_answer).toBe(steps);
    expect(answer).toBe(String(steps));
  },
);
