import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const sumProductDivisorNum = bruteForce<{ N: number; M: number; reference_answer: number }>(
  "SumProductDivisorNum",
  [{ MAX_N_M: 5 }, { MAX_N_M: 20 }],
  ({ N, M, reference_answer }, answer) => {
    const divisors = (n: number) => range(1, n).filter((divisor) => n % divisor === 0).length;
    const sum = total(range(1, N).flatMap((i) => range(1, M).map((j) => divisors(i * j))));
    expect(reference_answer).toBe(sum);
    expect(answer).toBe(String(sum));
  },
);
