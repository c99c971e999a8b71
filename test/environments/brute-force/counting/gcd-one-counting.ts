import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

export const gcdOneCounting = bruteForce<{ N: number; M: number; reference_answer: number }>(
  "GCDOne_Counting",
  [{ MAX_N_M: 60 }],
  ({ N, M, reference_answer }, answer) => {
    const pairs = range(1, N).flatMap((x) => range(1, M).map((y) => gcd(x, y)));
    const count = pairs.filter((common) => common === 1).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
