import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";
import { total } from "../sequences.ts";

export const sumLcm = bruteForce<{ N: number; M: number; reference_answer: bigint }>(
  "SumLCM",
  [{ MAX_N_M: 5 }, { MAX_N_M: 60 }],
  ({ N, M, reference_answer }, answer) => {
    const sum = total(range(1, N).flatMap((i) => range(1, M).map((j) => (i * j) / gcd(i, j))));
    expect(reference_answer).toBe(BigInt(sum));
    expect(answer).toBe(String(sum));
  },
);
