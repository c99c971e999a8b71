import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets, toIntegers } from "../enumerations.ts";

type Edge = [u: number, v: number, weight: number];

interface Graph {
  N: number;
  edges: Edge[];
  gold_answer: number;
  reference_answer: string;
}

/** Whether everything is reached from vertex 0. */
function isConnected(N: number, edges: readonly Edge[]): boolean {
  const reached = new Set([0]);
  for (const vertex of reached) {
    for (const [u, v] of edges) {
      if (u === vertex) reached.add(v);
      if (v === vertex) reached.add(u);
    }
  }
  return reached.size === N;
}

export const minimumSpanningTree = bruteForce<Graph>(
  "MinimumSpanningTree",
  [
    { N: 4, edge_density: 0.9 },
    { N: 6, edge_density: 0.6 },
  ],
  ({ N, edges, gold_answer, reference_answer }, answer) => {
    const weigh = (chosen: readonly Edge[]) =>
      chosen.reduce((sum, [, , weight]) => sum + weight, 0);
    const trees = [...subsets(edges)].filter(
      (chosen) => chosen.length === N - 1 && isConnected(N, chosen),
    );
    expect(gold_answer).toBe(Math.min(...trees.map(weigh)));
    for (const text of [answer, reference_answer]) {
      const ends = toIntegers(text);
      const chosen = edges.filter(([u, v]) =>
        ends.some((end, at) => at % 2 === 0 && end === u && ends[at + 1] === v),
      );
      expect(ends).toHaveLength(2 * (N - 1));
      expect(trees).toContainEqual(chosen);
      expect(weigh(chosen)).toBe(gold_answer);
    }
  },
);
