import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

export const maxTreeXorPath = bruteForce<{
  N: number;
  edges: [number, number, number][];
  gold_answer: number;
}>(
  "MaxTreeXorPath",
  [4, 9].map((N) => ({ N })),
  ({ N, edges, gold_answer }, answer) => {
    const xorBetween = (from: number, to: number, before = -1): number | undefined => {
      if (from === to) return 0;
      for (const [u, v, w] of edges) {
        if (u !== from && v !== from) continue;
        const next = u === from ? v : u;
        const rest = next === before ? undefined : xorBetween(next, to, from);
        if (rest !== undefined) return rest ^ w;
      }
      return undefined;
    };
    const all = range(0, N - 1).flatMap((u) => range(0, N - 1).map((v) => xorBetween(u, v) ?? -1));
    const [u, v] = toIntegers(answer);
    expect(gold_answer).toBe(Math.max(...all));
    expect(xorBetween(u, v)).toBe(gold_answer);
  },
);
