import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const treeDynamicXorZeroPath = bruteForce<{
  N: number;
  edges: [number, number, number][];
  removes: number[];
  gold_answer: number[];
}>(
  "TreeDynamic_XORZeroPath",
  [3, 6, 12].map((N) => ({ N })),
  ({ N, edges, removes, gold_answer }, answer) => {
    const counts = range(0, N - 1).map((removed) => {
      const left = edges.filter((_, index) => !removes.slice(0, removed).includes(index));
      /** How many vertices behind a vertex, away from another, end a path with the xor 0. */
      const ends = (at: number, before: number, xor: number): number =>
        left.reduce((sum, [u, v, weight]) => {
          const to = u === at ? v : v === at ? u : before;
          if (to === before) return sum;
          return sum + ((xor ^ weight) === 0 ? 1 : 0) + ends(to, at, xor ^ weight);
        }, 0);
      return range(0, N - 1).reduce((sum, vertex) => sum + ends(vertex, -1, 0), 0) / 2;
    });
    expect(gold_answer).toEqual(counts);
    expect(answer).toBe(counts.join(" "));
  },
);
