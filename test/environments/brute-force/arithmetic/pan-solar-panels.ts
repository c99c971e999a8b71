import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

interface Ranges {
  A: number;
  B: number;
  C: number;
  D: number;
  gold_answer: number;
}

export const panSolarPanels = bruteForce<Ranges>(
  "PanSolarPanels",
  [{ MAX_A_B_C_D: 10 }, { MAX_A_B_C_D: 100 }],
  ({ A, B, C, D, gold_answer }, answer) => {
    const divisors = range(A, B).flatMap((x) => range(C, D).map((y) => gcd(x, y)));
    const best = Math.max(...divisors);
    const [X, Y, ...others] = toIntegers(answer);
    expect(gold_answer).toBe(best);
    expect(others).toEqual([]);
    expect(range(A, B)).toContain(X);
    expect(range(C, D)).toContain(Y);
    expect(gcd(X, Y)).toBe(best);
  },
);
