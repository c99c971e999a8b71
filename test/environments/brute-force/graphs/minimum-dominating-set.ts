import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  C: number[];
  gold_answer: number;
  reference_answer: string;
}

export const minimumDominatingSet = bruteForce<Graph>(
  "Minimum_DominatingSet",
  [
    { N: 5, edge_density: 0.4 },
    { N: 9, edge_density: 0.25 },
  ],
  ({ N, edges, C, gold_answer, reference_answer }, answer) => {
    const dominates = (set: number[]) =>
      range(0, N - 1).every(
        (vertex) =>
          set.includes(vertex) ||
          edges.some(
            ([u, v]) => (u === vertex && set.includes(v)) || (v === vertex && set.includes(u)),
          ),
      );
    const cost = (set: number[]) => set.reduce((sum, vertex) => sum + C[vertex], 0);
    const dominating = [...subsets(range(0, N - 1))].filter(dominates);
    expect(gold_answer).toBe(Math.min(...dominating.map(cost)));
    for (const set of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(dominates(set)).toBe(true);
      expect(cost(set)).toBe(gold_answer);
    }
  },
);
