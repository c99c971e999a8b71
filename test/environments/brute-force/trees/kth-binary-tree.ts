import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const kthBinaryTree = bruteForce<{ N: number; reference_answer: string }>(
  "Kth_BinaryTree",
  [3, 9, 200, 600].map((MAX_N) => ({ MAX_N })),
  ({ N, reference_answer }, answer) => {
    // All trees of a size, with the ranks of smaller ones as known so far.
    const numberOf = new Map([["", 0]]);
    const bySize: string[][] = [[""]];
    const bracketed = (text: string) => text && `(${text})`;
    for (let size = 1; numberOf.size <= N; size++) {
      const trees = range(0, size - 1).flatMap((left) =>
        bySize[left].flatMap((a) => bySize[size - 1 - left].map((b) => [a, b])),
      );
      const rank = (text: string) => numberOf.get(text) ?? Number.NaN;
      trees.sort(([a, b], [c, d]) => rank(a) - rank(c) || rank(b) - rank(d));
      bySize.push(trees.map(([a, b]) => `${bracketed(a)}X${bracketed(b)}`));
      for (const text of bySize[size]) numberOf.set(text, numberOf.size);
    }
    expect(numberOf.get(reference_answer)).toBe(N);
    expect(answer).toBe(reference_answer);
  },
);
