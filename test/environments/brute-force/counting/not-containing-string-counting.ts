import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { sequences } from "../enumerations.ts";

export const notContainingStringCounting = bruteForce<{
  N: number;
  pattern: string;
  MOD: number;
  reference_answer: number;
}>(
  "NotContainingStringCounting",
  [{ MAX_N: 9, MAX_M: 4 }],
  ({ N, pattern, MOD, reference_answer }, answer) => {
    const texts = [...sequences(["0", "1"], N)].map((text) => text.join(""));
    const count = texts.filter((text) => !text.includes(pattern)).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
