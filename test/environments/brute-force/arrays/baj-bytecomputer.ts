import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { isNonDecreasing } from "../sequences.ts";

export const bajBytecomputer = bruteForce<{ X: number[]; reference_answer: number }>(
  "BAJBytecomputer",
  [{ N: 3 }, { N: 4 }, { N: 5 }],
  ({ X, reference_answer }, answer) => {
    // All arrays that so many operations reach, until one of them is sorted.
    let operations = 0;
    let reached = [X];
    const seen = new Set([X.join()]);
    for (; !reached.some(isNonDecreasing); operations++) {
      const next = reached.flatMap((array) =>
        array.slice(1).map((value, index) => array.with(index + 1, value + array[index])),
      );
      reached = next.filter((array) => !seen.has(array.join()) && seen.add(array.join()));
    }
    expect(reference_answer).toBe(operations);
    expect(answer).toBe(String(operations));
  },
);
