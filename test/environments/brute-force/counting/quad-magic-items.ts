import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const quadMagicItems = bruteForce<{ N: number; X: number[]; gold_answer: number[][] }>(
  "QuadMagicItems",
  [{ N: 12 }, { N: 16 }],
  ({ N, X, gold_answer }, answer) => {
    const counts = X.map(() => [0, 0, 0, 0]);
    const items = range(0, N - 1);
    for (const a of items) {
      for (const b of items.filter((item) => X[item] > X[a])) {
        for (const c of items.filter((item) => 3 * (X[b] - X[a]) < X[item] - X[b])) {
          for (const d of items.filter((item) => X[item] > X[c])) {
            if (X[b] - X[a] !== 2 * (X[d] - X[c])) continue;
            for (const [role, item] of [a, b, c, d].entries()) counts[item][role]++;
          }
        }
      }
    }
    expect(gold_answer).toEqual(counts);
    expect(answer).toBe(counts.map((row) => row.join(" ")).join("\n"));
  },
);
