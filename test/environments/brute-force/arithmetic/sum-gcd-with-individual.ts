import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";
import { total } from "../sequences.ts";

export const sumGcdWithIndividual = bruteForce<{ N: number; reference_answer: number }>(
  "SumGCDWithIndividual",
  [{ MAX_N: 32 }, { MAX_N: 5000 }],
  ({ N, reference_answer }, answer) => {
    const sum = total(range(1, N).map((i) => gcd(i, N)));
    expect(reference_answer).toBe(sum);
    expect(answer).toBe(String(sum));
  },
);
