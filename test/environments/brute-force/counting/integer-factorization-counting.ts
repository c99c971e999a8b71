import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

export const integerFactorizationCounting = bruteForce<{ N: number; reference_answer: number }>(
  "IntegerFactorizationCounting",
  [{ MAX_N: 100 }, { MAX_N: 1000 }],
  ({ N, reference_answer }, answer) => {
    const divisors = range(2, N).filter((divisor) => N % divisor === 0);
    // No more than six different factors have a product of at most 1000.
    const small = divisors.length > 14 ? divisors.slice(0, -1) : divisors;
    const sets = [...subsets(small)].filter((set) => set.length >= 2);
    const count = sets.filter((set) => set.reduce((product, x) => product * x, 1) === N).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
