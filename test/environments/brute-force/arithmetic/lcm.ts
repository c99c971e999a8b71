import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const lcm = bruteForce<{ a: number; b: number; reference_answer: number }>(
  "LCM",
  [{ MAX_a_b: 15 }, { MAX_a_b: 300 }],
  ({ a, b, reference_answer }, answer) => {
    let multiple = a;
    while (multiple % b !== 0) multiple += a;
    expect(reference_answer).toBe(multiple);
    expect(answer).toBe(String(multiple));
  },
);
