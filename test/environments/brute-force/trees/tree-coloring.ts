import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

export const treeColoring = bruteForce<{
  N: number;
  K: number;
  edges: [number, number, number][];
  reference_answer: string;
  reference_answer_distance: number;
}>(
  "TreeColoring",
  [3, 6, 9].map((N) => ({ N })),
  ({ N, K, edges, reference_answer, reference_answer_distance }, answer) => {
    const distance = distancesOf(N, edges);
    const total = (coloured: number[]) => {
      const isColoured = range(0, N - 1).map((vertex) => coloured.includes(vertex));
      let sum = 0;
      for (const u of range(0, N - 1)) {
        for (const v of range(u + 1, N - 1)) {
          if (isColoured[u] === isColoured[v]) sum += distance[u][v];
        }
      }
      return sum;
    };
    const choices = [...subsets(range(0, N - 1))].filter(({ length }) => length === K);
    expect(reference_answer_distance).toBe(Math.max(...choices.map(total)));
    for (const coloured of [reference_answer, answer].map(toIntegers)) {
      expect([coloured.length, new Set(coloured).size]).toEqual([K, K]);
      expect(total(coloured)).toBe(reference_answer_distance);
    }
  },
);
