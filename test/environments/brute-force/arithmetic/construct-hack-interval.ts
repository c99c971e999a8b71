import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const constructHackInterval = bruteForce<{ MOD: number }>(
  "ConstructHackInterval",
  [{ MAX_MOD: 10 }, { MAX_MOD: 2000 }],
  ({ MOD }, answer) => {
    const [L, R] = toIntegers(answer);
    expect(L).toBeGreaterThanOrEqual(1);
    expect(R).toBeLessThanOrEqual(10 * MOD);
    const digits = range(L, R).flatMap((x) => [...String(x)].map(Number));
    expect(digits.reduce((sum, digit) => sum + digit, 0) % MOD).toBe(0);
  },
);
