import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";

export const boundedIntervalIntersection = bruteForce<{
  intervals: [number, number][];
  K: number;
  reference_answer: bigint;
}>(
  "BoundedIntervalIntersection",
  [{ N: 3 }, { N: 8 }],
  ({ intervals, K, reference_answer }, answer) => {
    const length = (chosen: [number, number][]) =>
      Math.min(...chosen.map(([, r]) => r)) - Math.max(...chosen.map(([l]) => l));
    const chosen = [...subsets(intervals)].filter((some) => some.length > 0);
    const count = chosen.filter((some) => length(some) >= K).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
