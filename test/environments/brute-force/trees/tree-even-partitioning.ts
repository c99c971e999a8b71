import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf, pathBetween } from "../distances.ts";
import { range, toIntegers } from "../enumerations.ts";

export const treeEvenPartitioning = bruteForce<{
  N: number;
  K: number;
  edges: [number, number][];
  reference_answer: string;
}>(
  "TreeEvenPartitioning",
  [
    { MAX_N: 3, MAX_K: 2 },
    { MAX_N: 4, MAX_K: 5 },
  ],
  ({ N, K, edges, reference_answer }, answer) => {
    const distance = distancesOf(N * K + 1, edges);
    for (const text of [reference_answer, answer]) {
      const groups = text.split("\n").map(toIntegers);
      expect(groups.map(({ length }) => length)).toEqual(range(1, N).map(() => K));
      expect(groups.flat().sort((a, b) => a - b)).toEqual(range(1, N * K));
      for (const group of groups) {
        const between = group.flatMap((u) => group.flatMap((v) => pathBetween(u, v, distance)));
        expect(new Set(between)).toEqual(new Set(group));
      }
    }
  },
);
