import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const minCostTreeCoverage = bruteForce<{
  N: number;
  edges: [number, number][];
  covered_vertices: number[];
  D: number;
  W: number[];
  gold_answer: number;
}>(
  "MinCostTreeCoverage",
  [3, 7, 9].map((N) => ({ N })),
  ({ N, edges, covered_vertices, D, W, gold_answer }, answer) => {
    const distance = distancesOf(N, edges);
    const cost = (chosen: number[]) =>
      covered_vertices.every((vertex) => chosen.some((center) => distance[vertex][center] <= D))
        ? chosen.reduce((sum, vertex) => sum + W[vertex], 0)
        : Infinity;
    expect(gold_answer).toBe(Math.min(...[...subsets(range(0, N - 1))].map(cost)));
    const answered = toIntegers(answer);
    expect(new Set(answered).size).toBe(answered.length);
    expect(cost(answered)).toBe(gold_answer);
  },
);
