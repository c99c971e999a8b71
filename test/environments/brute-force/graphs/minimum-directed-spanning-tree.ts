import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets, toIntegers } from "../enumerations.ts";

type Edge = [from: number, to: number, weight: number];

interface Graph {
  N: number;
  edges: Edge[];
  root: number;
  gold_answer: number;
  reference_answer: string;
}

export const minimumDirectedSpanningTree = bruteForce<Graph>(
  "MinimumDirectedSpanningTree",
  [
    { N: 4, edge_density: 0.9 },
    { N: 5, edge_density: 0.6 },
  ],
  ({ N, edges, root, gold_answer, reference_answer }, answer) => {
    const reachesAll = (chosen: readonly Edge[]) => {
      const reached = new Set([root]);
      for (const vertex of reached) {
        for (const [from, to] of chosen) if (from === vertex) reached.add(to);
      }
      return reached.size === N;
    };
    const weigh = (chosen: readonly Edge[]) => chosen.reduce((sum, edge) => sum + edge[2], 0);
    const trees = [...subsets(edges)].filter(
      (chosen) => chosen.length === N - 1 && reachesAll(chosen),
    );
    expect(gold_answer).toBe(Math.min(...trees.map(weigh)));
    for (const text of [answer, reference_answer]) {
      const ends = toIntegers(text);
      const chosen = edges.filter(([from, to]) =>
        ends.some((end, at) => at % 2 === 0 && end === from && ends[at + 1] === to),
      );
      expect(ends).toHaveLength(2 * (N - 1));
      expect(trees).toContainEqual(chosen);
      expect(weigh(chosen)).toBe(gold_answer);
    }
  },
);
