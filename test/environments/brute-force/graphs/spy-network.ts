import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Network {
  N: number;
  edges: [from: number, to: number][];
  costs: number[];
  gold_answer: number;
  reference_answer: string;
}

export const spyNetwork = bruteForce<Network>(
  "SpyNetwork",
  [
    { N: 5, edge_density: 0.2, dominated_probability: 0.5 },
    { N: 8, edge_density: 0.15, dominated_probability: 0.4 },
  ],
  ({ N, edges, costs, gold_answer, reference_answer }, answer) => {
    const reachesAll = (chosen: readonly number[]) => {
      const reached = new Set(chosen);
      for (const vertex of reached) {
        for (const [from, to] of edges) if (from === vertex) reached.add(to);
      }
      return reached.size === N;
    };
    const price = (chosen: readonly number[]) =>
      chosen.reduce((sum, vertex) => sum + costs[vertex], 0);
    const prices = [...subsets(range(0, N - 1))].filter(reachesAll).map(price);
    expect(gold_answer).toBe(Math.min(...prices));
    for (const chosen of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(reachesAll(chosen)).toBe(true);
      expect(price(chosen)).toBe(gold_answer);
    }
  },
);
