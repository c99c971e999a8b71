import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";
import { total } from "../sequences.ts";

export const sumPhiInterval = bruteForce<{ L: number; R: number; reference_answer: number }>(
  "SumPHIInterval",
  [{ MAX_DELTA: 1 }, { MAX_DELTA: 5 }, { MAX_DELTA: 24 }],
  ({ L, R, reference_answer }, answer) => {
    const counts = range(L, R).map((x) => range(1, x).filter((y) => gcd(x, y) > 1).length);
    expect(reference_answer).toBe(total(counts));
    expect(answer).toBe(String(total(counts)));
  },
);
