import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const negativeBase = bruteForce<{ N: number; R: number; gold_answer: number[] }>(
  "NegativeBase",
  [
    { MAX_N: 4, MAX_R: 4 },
    { MAX_N: 5000, MAX_R: 16 },
  ],
  ({ N, R, gold_answer }, answer) => {
    // The expansion is unique: whatever has the form and the value is right.
    for (const digits of [gold_answer, toIntegers(answer)]) {
      expect(digits[0]).not.toBe(0);
      expect(digits.every((digit) => digit >= 0 && digit < R)).toBe(true);
      expect(digits.reduce((value, digit) => value * -R + digit, 0)).toBe(N);
    }
  },
);
