import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const sumDivisorNum = bruteForce<{ L: number; R: number; reference_answer: number }>(
  "Sum_DivisorNum",
  [{ MAX_R: 10 }, { MAX_R: 300 }],
  ({ L, R, reference_answer }, answer) => {
    const divisors = (n: number) => range(1, n).filter((divisor) => n % divisor === 0).length;
    const sum = total(range(L, R).map(divisors));
    expect(reference_answer).toBe(sum);
    expect(answer).toBe(String(sum));
  },
);
