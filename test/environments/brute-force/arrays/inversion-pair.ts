import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { total } from "../sequences.ts";

export const inversionPair = bruteForce<{ A: number[]; B: number[]; reference_answer: number }>(
  "InversionPair",
  [{ N: 3 }, { N: 4 }],
  ({ A, B, reference_answer }, answer) => {
    const swap = (values: number[], at: number) =>
      values.with(at, values[at + 1]).with(at + 1, values[at]);
    const distance = ([a, b]: number[][]) => total(a.map((value, i) => (value - b[i]) ** 2));
    // All pairs of arrays, breadth first, with the moves that each takes.
    const pairs = [{ arrays: [A, B], moves: 0 }];
    const seen = new Set([String([A, B])]);
    for (const { arrays, moves } of pairs) {
      for (let at = 0; at + 1 < A.length; at++) {
        for (const side of [0, 1]) {
          const next = arrays.with(side, swap(arrays[side], at));
          if (seen.has(String(next))) continue;
          seen.add(String(next));
          pairs.push({ arrays: next, moves: moves + 1 });
        }
      }
    }
    const least = Math.min(...pairs.map(({ arrays }) => distance(arrays)));
    const nearest = pairs.find(({ arrays }) => distance(arrays) === least);
    expect(reference_answer).toBe(nearest?.moves);
    expect(answer).toBe(String(nearest?.moves));
  },
);
