import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

interface Instance {
  N: number;
  relations: [number, number, number][];
  gold_answer: number;
  reference_answer: string;
}

export const differenceConstraintSystemDag = bruteForce<Instance>(
  "DifferenceConstraintSystemDAG",
  [
    { N: 2, M: 1 },
    { N: 3, M: 4 },
    { N: 5, M: 6 },
  ],
  ({ N, relations, gold_answer, reference_answer }, answer) => {
    const isMet = (x: readonly number[]) =>
      relations.every(([code, a, b]) => {
        const [left, right] = [x[a], x[b]];
        if (code === 1) return left === right;
        if (code === 2) return left < right;
        if (code === 3) return left >= right;
        return code === 4 ? left > right : left <= right;
      });
    const total = (x: readonly number[]) => x.reduce((sum, value) => sum + value, 0);
    const sums = [...sequences(range(1, N), N)].filter(isMet).map(total);
    expect(gold_answer).toBe(Math.min(...sums));
    for (const text of [reference_answer, answer]) {
      const x = toIntegers(text);
      expect(x.length).toBe(N);
      expect(Math.min(...x)).toBeGreaterThan(0);
      expect(isMet(x)).toBe(true);
      expect(total(x)).toBe(gold_answer);
    }
  },
);
