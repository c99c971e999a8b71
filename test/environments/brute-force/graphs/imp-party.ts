import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  reference_answer: string;
}

export const impParty = bruteForce<Graph>(
  "ImpParty",
  [{ N: 3 }, { N: 9 }],
  ({ N, edges, reference_answer }, answer) => {
    for (const text of [answer, reference_answer]) {
      const clique = toIntegers(text);
      expect(new Set(clique).size).toBe(N);
      const inner = edges.filter(([u, v]) => clique.includes(u) && clique.includes(v));
      expect(inner).toHaveLength((N * (N - 1)) / 2);
    }
  },
);
