import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [from: number, to: number][];
  reference_answer: string;
}

export const hamiltonianPathExistence = bruteForce<Graph>(
  "HamiltonianPathExistence",
  [
    { N: 6, edge_density: 0.25 },
    { N: 12, edge_density: 0.15 },
    { N: 20, edge_density: 0.55 },
  ],
  ({ N, edges, reference_answer }, answer) => {
    for (const path of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(path.toSorted((a, b) => a - b)).toEqual(range(0, N - 1));
      for (const [step, to] of path.slice(1).entries())
        expect(edges).toContainEqual([path[step], to]);
    }
  },
);
