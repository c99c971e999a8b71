import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  reference_answer: string;
}

export const oddVisitation = bruteForce<Graph>(
  "OddVisitation",
  [
    { N: 6, edge_ratio: 1 },
    { N: 15, edge_ratio: 1.4 },
  ],
  ({ N, edges, reference_answer }, answer) => {
    for (const walk of [toIntegers(answer), toIntegers(reference_answer)]) {
      for (const vertex of range(0, N - 1)) {
        expect(walk.filter((visited) => visited === vertex).length % 2).toBe(1);
      }
      expect(
        walk
          .slice(1)
          .every((to, step) =>
            edges.some(
              (ends) => to !== walk[step] && ends.includes(to) && ends.includes(walk[step]),
            ),
          ),
      ).toBe(true);
    }
  },
);
