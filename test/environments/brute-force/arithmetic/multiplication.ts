import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const multiplication = bruteForce<{ a: bigint; b: bigint; reference_answer: bigint }>(
  "Multiplication",
  [{ digit_num: 2 }, { digit_num: 12 }],
  ({ a, b, reference_answer }, answer) => {
    // Digit by digit, as at school.
    const product = [...String(b)].reduce((rest, digit) => {
      let row = rest * 10n;
      for (let times = 0; times < Number(digit); times++) row += a;
      return row;
    }, 0n);
    expect(reference_answer).toBe(product);
    expect(answer).toBe(String(product));
  },
);
