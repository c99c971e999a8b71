import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";
import { type Edge, namedEdges } from "../spanning-trees.ts";

interface Graph {
  N: number;
  edges: Edge[];
  to_be_connected: number[];
  gold_answer: number;
}

export const minimumSteinerTree = bruteForce<Graph>(
  "MinimumSteinerTree",
  [
    { N: 4, edge_density: 1 },
    { N: 6, edge_density: 0.7 },
    { N: 8, edge_density: 0.4 },
  ],
  ({ edges, to_be_connected, gold_answer }, answer) => {
    const connects = (chosen: readonly Edge[]) => {
      const reached = new Set([to_be_connected[0]]);
      for (const vertex of reached) {
        for (const [u, v] of chosen) {
          if (u === vertex) reached.add(v);
          if (v === vertex) reached.add(u);
        }
      }
      return [...to_be_connected, ...chosen.map(([u]) => u)].every((vertex) => reached.has(vertex));
    };
    const weigh = (chosen: readonly Edge[]) => chosen.reduce((sum, edge) => sum + edge[2], 0);
    const solutions = [...subsets(edges)].filter(connects);
    expect(gold_answer).toBe(Math.min(...solutions.map(weigh)));
    const named = namedEdges(answer, edges);
    const chosen = edges.filter((edge) => named.includes(edge));
    expect(chosen).toHaveLength(named.length);
    expect(connects(chosen)).toBe(true);
    expect(weigh(chosen)).toBe(gold_answer);
  },
);
