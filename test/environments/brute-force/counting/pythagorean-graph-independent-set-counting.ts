import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";
import { gcd } from "../numbers.ts";

export const pythagoreanGraphIndependentSetCounting = bruteForce<{
  N: number;
  H: number[];
  MOD: number;
  reference_answer: number;
}>(
  "PythagoreanGraph_IndependentSetCounting",
  [{ N: 4 }, { N: 10 }],
  ({ N, H, MOD, reference_answer }, answer) => {
    const joined = (a: number, b: number) =>
      gcd(a, b) === 1 && range(1, a + b).some((c) => c * c === a * a + b * b);
    const sets = [...subsets(range(0, N - 1))].filter((set) => set.length > 0);
    const count = sets.filter((set) =>
      set.every((i) => set.every((j) => i === j || !joined(H[i], H[j]))),
    ).length;
    expect(reference_answer).toBe(count % MOD);
    expect(answer).toBe(String(count % MOD));
  },
);
