import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const additionTable = bruteForce<{ digit2letter: string[]; reference_answer: string }>(
  "AdditionTable",
  [{ N: 3 }, { N: 26 }],
  ({ digit2letter, reference_answer }, answer) => {
    expect(answer).toBe(reference_answer);
    const [base, ...digits] = toIntegers(answer);
    expect(base).toBe(digit2letter.length);
    expect(digits).toHaveLength(base);
    for (const [at, digit] of digits.entries()) {
      expect(digit2letter[digit]).toBe(String.fromCharCode(97 + at));
    }
  },
);
