import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [from: number, to: number, weight: number][];
  gold_answer: number;
}

export const longestPath = bruteForce<Graph>(
  "LongestPath",
  [
    { N: 3, edge_density: 0.2 },
    { N: 5, edge_density: 0.95 },
    { N: 6, edge_density: 0.5 },
    { N: 7, edge_density: 0.35 },
  ],
  ({ N, edges, gold_answer }, answer) => {
    const heaviest = (last: number, visited: number[]): number =>
      Math.max(
        0,
        ...edges
          .filter(([from, to]) => from === last && !visited.includes(to))
          .map(([, to, weight]) => weight + heaviest(to, [...visited, to])),
      );
    const starts = Array.from({ length: N }, (_, start) => heaviest(start, [start]));
    expect(gold_answer).toBe(Math.max(...starts));
    const path = toIntegers(answer);
    expect(new Set(path).size).toBe(path.length);
    const weights = path
      .slice(1)
      .map((to, step) => edges.find((edge) => edge[0] === path[step] && edge[1] === to)?.[2]);
    expect(weights.reduce<number>((sum, weight) => sum + (weight ?? Number.NaN), 0)).toBe(
      gold_answer,
    );
  },
);
