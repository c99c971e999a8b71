import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

export const gcdLcmCounting = bruteForce<{ GCD: number; LCM: number; reference_answer: number }>(
  "GcdLcmCounting",
  [{ MAX_LCM: 80 }],
  ({ GCD, LCM, reference_answer }, answer) => {
    const pairs = range(1, LCM).flatMap((P) => range(1, LCM).map((Q) => [P, Q]));
    const count = pairs.filter(([P, Q]) => gcd(P, Q) === GCD && (P * Q) / gcd(P, Q) === LCM).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
