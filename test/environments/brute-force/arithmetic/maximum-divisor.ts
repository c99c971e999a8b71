import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const maximumDivisor = bruteForce<{ A: number[]; K: number; reference_answer: number }>(
  "MaximumDivisor",
  [{ N: 3 }, { N: 60 }],
  ({ A, K, reference_answer }, answer) => {
    const lengths = range(1, Math.max(...A)).filter(
      (L) => A.reduce((sum, value) => sum + (value - (value % L)) / L, 0) >= K,
    );
    expect(reference_answer).toBe(lengths.at(-1));
    expect(answer).toBe(String(lengths.at(-1)));
  },
);
