import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  gold_answer: number;
  reference_answer: string;
}

export const maximumClique = bruteForce<Graph>(
  "MaximumClique",
  [
    { N: 5, edge_density: 0.5 },
    { N: 9, edge_density: 0.65 },
  ],
  ({ N, edges, gold_answer, reference_answer }, answer) => {
    const isClique = (set: number[]) =>
      edges.filter((edge) => edge.every((end) => set.includes(end))).length ===
      (set.length * (set.length - 1)) / 2;
    const cliques = [...subsets(range(0, N - 1))].filter(isClique);
    expect(gold_answer).toBe(Math.max(...cliques.map((set) => set.length)));
    for (const set of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(new Set(set).size).toBe(gold_answer);
      expect(isClique(set)).toBe(true);
    }
  },
);
