import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface SLOElephants {
  N: number;
  A: number[];
  B: number[];
  C: number[];
  gold_answer: number;
}

export const sloElephants = bruteForce<SLOElephants>(
  "SLOElephants",
  [{ N: 3 }, { N: 4 }, { N: 5 }],
  ({ N, A, B, C, gold_answer }, answer) => {
    const swap = (row: number[], i: number, j: number) =>
      row.map((item) => (item === i ? j : item === j ? i : item));
    // The least cost of every row that swaps reach, lowered until nothing changes.
    const least = new Map([[A.join(), 0]]);
    const waiting = [A];
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const soFar = least.get(row.join()) ?? 0;
      for (const i of range(0, N - 1)) {
        for (const j of range(0, i - 1)) {
          const next = swap(row, i, j);
          const cost = soFar + C[i] + C[j];
          if (cost >= (least.get(next.join()) ?? Number.POSITIVE_INFINITY)) continue;
          least.set(next.join(), cost);
          waiting.unshift(next);
        }
      }
    }
    expect(gold_answer).toBe(least.get(B.join()));
    const swaps = answer.split("\n").map(toIntegers);
    expect(swaps.reduce((row, [i, j]) => swap(row, i, j), A)).toEqual(B);
    expect(swaps.flat().reduce((cost, item) => cost + C[item], 0)).toBe(gold_answer);
  },
);
