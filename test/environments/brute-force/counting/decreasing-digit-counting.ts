import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const decreasingDigitCounting = bruteForce<{
  K: number;
  W: number;
  reference_answer: bigint;
}>(
  "DecreasingDigitCounting",
  [
    { MAX_K: 3, MAX_W: 14 },
    { MAX_K: 2, MAX_W: 8 },
  ],
  ({ K, W, reference_answer }, answer) => {
    const count = range(1, 2 ** W - 1).filter((R) => {
      const digits = [...R.toString(2 ** K)].map((digit) => Number.parseInt(digit, 2 ** K));
      return digits.length >= 2 && digits.every((digit, i) => i === 0 || digits[i - 1] < digit);
    }).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
