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

export const minimumVertexCover = bruteForce<Graph>(
  "Minimum_VertexCover",
  [
    { N: 5, edge_density: 0.5 },
    { N: 9, edge_density: 0.3 },
  ],
  ({ N, edges, C, gold_answer, reference_answer }, answer) => {
    const isCover = (set: number[]) => edges.every(([u, v]) => set.includes(u) || set.includes(v));
    const cost = (set: number[]) => set.reduce((sum, vertex) => sum + C[vertex], 0);
    const covers = [...subsets(range(0, N - 1))].filter(isCover);
    expect(gold_answer).toBe(Math.min(...covers.map(cost)));
    for (const set of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(isCover(set)).toBe(true);
      expect(cost(set)).toBe(gold_answer);
    }
  },
);
