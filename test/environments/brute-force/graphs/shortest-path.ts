import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range, subsets, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [from: number, to: number, weight: number][];
  reference_answer_weight: number;
  reference_answer: string;
}

export const shortestPath = bruteForce<Graph>(
  "ShortestPath",
  [
    { N: 5, edge_density: 0.8 },
    { N: 7, edge_density: 0.5 },
  ],
  ({ N, edges, reference_answer_weight, reference_answer }, answer) => {
    const weigh = (path: readonly number[]) =>
      path.slice(1).reduce((total, to, step) => {
        const edge = edges.find((candidate) => candidate[0] === path[step] && candidate[1] === to);
        return total + (edge?.[2] ?? Number.POSITIVE_INFINITY);
      }, 0);
    const inner = [...subsets(range(1, N - 2))].flatMap((set) => [...permutations(set)]);
    const best = Math.min(...inner.map((vertices) => weigh([0, ...vertices, N - 1])));
    expect(reference_answer_weight).toBe(best);
    for (const path of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect([path[0], path.at(-1)]).toEqual([0, N - 1]);
      expect(weigh(path)).toBe(best);
    }
  },
);
