import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  intervals: [number, number, number][];
  K: number;
  gold_answer: number;
  reference_answer: string;
}

export const minimumDominatingInterval = bruteForce<Instance>(
  "Minimum_DominatingInterval",
  [
    { N: 3, M: 3, K_density: 0.7 },
    { N: 9, M: 12, K_density: 0.4 },
  ],
  ({ N, intervals, K, gold_answer, reference_answer }, answer) => {
    const holds =
      (point: number) =>
      ([L, R]: readonly number[]) =>
        L <= point && point <= R;
    const costOf = (points: readonly number[]) =>
      intervals
        .filter((interval) => points.some((point) => holds(point)(interval)))
        .reduce((sum, [, , C]) => sum + C, 0);
    const covered = range(1, N).filter((point) => intervals.some(holds(point)));
    const choices = [...subsets(covered)].filter(({ length }) => length === K);
    const least = Math.min(...choices.map(costOf));
    expect(gold_answer).toBe(least);
    for (const text of [reference_answer, answer]) {
      expect(new Set(toIntegers(text)).size).toBe(K);
      expect(costOf(toIntegers(text))).toBe(least);
    }
  },
);
