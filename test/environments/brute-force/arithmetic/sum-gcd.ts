import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";
import { total } from "../sequences.ts";

export const sumGcd = bruteForce<{ N: number; M: number; K: number; reference_answer: bigint }>(
  "SumGCD",
  [{ MAX_N_M: 5 }, { MAX_N_M: 60 }],
  ({ N, M, K, reference_answer }, answer) => {
    const powers = range(1, N).flatMap((i) => range(1, M).map((j) => gcd(i, j) ** K));
    expect(reference_answer).toBe(BigInt(total(powers)));
    expect(answer).toBe(String(total(powers)));
  },
);
