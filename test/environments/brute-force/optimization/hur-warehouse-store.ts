import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  A: number[];
  B: number[];
  gold_answer: number;
  reference_answer: string;
}

export const hurWarehouseStore = bruteForce<Instance>(
  "HURWarehouseStore",
  [{ N: 3 }, { N: 9 }],
  ({ N, A, B, gold_answer, reference_answer }, answer) => {
    const total = (of: readonly number[], days: readonly number[]) =>
      days.reduce((sum, day) => sum + of[day - 1], 0);
    const isPossible = (days: readonly number[]) =>
      days.every((last) => {
        const upTo = days.filter((day) => day <= last);
        return total(B, upTo) <= total(A, range(1, last));
      });
    const choices = [...subsets(range(1, N))].filter(isPossible);
    expect(gold_answer).toBe(Math.max(...choices.map(({ length }) => length)));
    for (const text of [reference_answer, answer]) {
      const days = toIntegers(text);
      expect(new Set(days).size).toBe(gold_answer);
      expect(isPossible(days)).toBe(true);
    }
  },
);
