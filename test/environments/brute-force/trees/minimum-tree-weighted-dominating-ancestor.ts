import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const minimumTreeWeightedDominatingAncestor = bruteForce<{
  N: number;
  parents: ([parent: number, length: number] | null)[];
  C: number[];
  K: number;
  gold_answer: number;
}>(
  "MinimumTreeWeightedDominatingAncestor",
  [2, 5, 9].map((N) => ({ N })),
  ({ N, parents, C, K, gold_answer }, answer) => {
    const distance = (vertex: number, depots: number[]): number => {
      const entry = parents[vertex];
      if (entry === null || depots.includes(vertex)) return 0;
      return entry[1] + distance(entry[0], depots);
    };
    const total = (depots: number[]) =>
      range(1, N).reduce((sum, vertex) => sum + C[vertex] * distance(vertex, depots), 0);
    const choices = [...subsets(range(1, N))].filter(({ length }) => length === K);
    expect(gold_answer).toBe(Math.min(...choices.map(total)));
    expect(new Set(toIntegers(answer)).size).toBe(K);
    expect(total(toIntegers(answer))).toBe(gold_answer);
  },
);
