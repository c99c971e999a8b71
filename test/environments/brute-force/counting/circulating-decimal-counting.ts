import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

/** Long division: the remainder comes back to the first one. */
function isPurelyPeriodic(x: number, y: number, base: number): boolean {
  const first = x % y;
  let rest = first;
  for (let digit = 0; digit < y; digit++) {
    rest = (rest * base) % y;
    if (rest === first) return true;
  }
  return false;
}

export const circulatingDecimalCounting = bruteForce<{
  N: number;
  M: number;
  K: number;
  reference_answer: number;
}>(
  "CirculatingDecimalCounting",
  [{ MAX_N: 12, MAX_M: 12, MAX_K: 12 }],
  ({ N, M, K, reference_answer }, answer) => {
    const fractions = range(1, N).flatMap((x) => range(1, M).map((y) => [x, y]));
    const periodic = fractions.filter(([x, y]) => isPurelyPeriodic(x, y, K));
    const count = new Set(periodic.map(([x, y]) => x / y)).size;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
