import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const sumXorDivisorNum = bruteForce<{
  N: number;
  M: number;
  X: number;
  reference_answer: number;
}>(
  "SumXorDivisorNum",
  [{ MAX_N_M: 5 }, { MAX_N_M: 40 }],
  ({ N, M, X, reference_answer }, answer) => {
    const divisors = range(0, 63).map(
      (n) => range(1, n).filter((divisor) => n % divisor === 0).length,
    );
    const sum = total(range(0, N).flatMap((i) => range(0, M).map((j) => divisors[i ^ j ^ X])));
    expect(reference_answer).toBe(sum);
    expect(answer).toBe(String(sum));
  },
);
