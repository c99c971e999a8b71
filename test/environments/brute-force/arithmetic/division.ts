import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

export const division = bruteForce<{ a: bigint; b: bigint; reference_answer: bigint }>(
  "Division",
  [
    { divisor_digit_num: 1, answer_digit_num: 2 },
    { divisor_digit_num: 9, answer_digit_num: 12 },
  ],
  ({ a, b, reference_answer }, answer) => {
    // Digit by digit, as at school.
    let [quotient, rest] = ["", 0n];
    for (const digit of String(a)) {
      rest = rest * 10n + BigInt(digit);
      let times = 0;
      for (; rest >= b; rest -= b) times++;
      quotient += times;
    }
    expect(reference_answer).toBe(BigInt(quotient));
    expect(answer).toBe(String(BigInt(quotient)));
  },
);
