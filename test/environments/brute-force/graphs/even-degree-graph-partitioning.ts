import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  reference_answer: string;
}

export const evenDegreeGraphPartitioning = bruteForce<Graph>(
  "EvenDegreeGraphPartitioning",
  [{ N: 4 }, { N: 11 }],
  ({ N, edges, reference_answer }, answer) => {
    for (const labels of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(labels).toHaveLength(N);
      expect(labels.every((label) => label === 1 || label === 2)).toBe(true);
      for (const vertex of range(0, N - 1)) {
        const companions = edges.filter(
          ([u, v]) => (u === vertex || v === vertex) && labels[u] === labels[v],
        );
        expect(companions.length % 2).toBe(0);
      }
    }
  },
);
