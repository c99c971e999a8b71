import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Ratio {
  N: number;
  K: number;
  A: number[];
  B: number[];
  gold_SumA: number;
  gold_SumB: number;
  reference_answer: string;
}

export const fractionalProgramming = bruteForce<Ratio>(
  "FractionalProgramming",
  [{ N: 4 }, { N: 9 }],
  ({ N, K, A, B, gold_SumA, gold_SumB, reference_answer }, answer) => {
    const ratio = (items: number[]) => {
      const total = (of: number[]) => items.reduce((sum, i) => sum + of[i], 0);
      return total(A) / total(B);
    };
    const selections = [...subsets(range(0, N - 1))].filter(({ length }) => length === K);
    const best = Math.max(...selections.map(ratio));
    expect(gold_SumA / gold_SumB).toBe(best);
    for (const text of [answer, reference_answer]) {
      expect(new Set(toIntegers(text)).size).toBe(K);
      expect(ratio(toIntegers(text))).toBe(best);
    }
  },
);
