import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, toIntegers } from "../enumerations.ts";

export const maxSumLds = bruteForce<{ N: number; A: number[]; gold_answer: number }>(
  "MaxSumLDS",
  [{ N: 3 }, { N: 5 }, { N: 6 }],
  ({ N, A, gold_answer }, answer) => {
    const profile = (P: number[]) => {
      const length = [0];
      for (let i = 1; i <= N; i++) {
        const before = range(1, i - 1).filter((j) => P[j - 1] < P[i - 1]);
        length[i] = 1 + Math.max(0, ...before.map((j) => length[j]));
      }
      return length;
    };
    const decreasing = (P: number[]) => {
      const length: number[] = [];
      for (let i = N; i >= 1; i--) {
        const behind = range(i + 1, N).filter((j) => P[j - 1] < P[i - 1]);
        length[i] = 1 + Math.max(0, ...behind.map((j) => length[j]));
      }
      return length.reduce((sum, value) => sum + value, 0);
    };
    const fitting = [...permutations(range(1, N))].filter((P) => profile(P).join() === A.join());
    const most = Math.max(...fitting.map(decreasing));
    expect(gold_answer).toBe(most);
    expect(profile(toIntegers(answer))).toEqual(A);
    expect(decreasing(toIntegers(answer))).toBe(most);
  },
);
