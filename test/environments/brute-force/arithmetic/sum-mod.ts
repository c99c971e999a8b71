import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { total } from "../sequences.ts";

export const sumMod = bruteForce<{ N: number; M: number; reference_answer: bigint }>(
  "SumMOD",
  [{ MAX_N_M: 5 }, { MAX_N_M: 60 }],
  ({ N, M, reference_answer }, answer) => {
    const products = range(1, N).flatMap((i) =>
      range(1, M).map((j) => (i === j ? 0 : (N % i) * (M % j))),
    );
    expect(reference_answer).toBe(BigInt(total(products)));
    expect(answer).toBe(String(total(products)));
  },
);
