import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";
import { total } from "../sequences.ts";

interface StuntFlying {
  N: number;
  K: number;
  C: number[];
  gold_answer: number;
}

export const stuntFlying = bruteForce<StuntFlying>(
  "StuntFlying",
  [{ N: 4 }, { N: 5 }],
  ({ N, K, C, gold_answer }, answer) => {
    const earnings = (labels: number[]) =>
      total(
        labels.map((label, position) => {
          const previous = labels.slice(0, position).lastIndexOf(label);
          return previous === -1 ? 0 : C[label] * (position - previous);
        }),
      );
    const rows = [...sequences(range(0, K - 1), N)];
    expect(gold_answer).toBe(Math.max(...rows.map(earnings)));
    const labels = toIntegers(answer);
    expect(labels.length).toBe(N);
    expect(labels.every((label) => label >= 0 && label < K)).toBe(true);
    expect(earnings(labels)).toBe(gold_answer);
  },
);
