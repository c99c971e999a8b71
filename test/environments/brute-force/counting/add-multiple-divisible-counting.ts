import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const addMultipleDivisibleCounting = bruteForce<{ N: number; reference_answer: number }>(
  "AddMultiple_Divisible_Counting",
  [{ MAX_N: 200 }],
  ({ N, reference_answer }, answer) => {
    const pairs = range(1, N).flatMap((a) => range(a + 1, N).map((b) => (a * b) % (a + b)));
    const count = pairs.filter((rest) => rest === 0).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
