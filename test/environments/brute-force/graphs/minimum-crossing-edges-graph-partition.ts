import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { colourings } from "../colourings.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  K: number;
  edges: [u: number, v: number][];
  gold_answer: number;
}

export const minimumCrossingEdgesGraphPartition = bruteForce<Graph>(
  "Minimum_CrossingEdges_GraphPartition",
  [
    { N: 5, edge_density: 0.35 },
    { N: 7, edge_density: 0.25 },
    { N: 8, edge_density: 0.35 },
    { N: 8, edge_density: 0.75 },
  ],
  ({ N, K, edges, gold_answer }, answer) => {
    const countCrossing = (parts: number[]) =>
      edges.filter(([u, v]) => parts[u] !== parts[v]).length;
    const partitions = [...colourings(N)].filter((parts) => new Set(parts).size === K);
    expect(gold_answer).toBe(Math.min(...partitions.map(countCrossing)));
    const parts = toIntegers(answer);
    expect(parts).toHaveLength(N);
    expect([...new Set(parts)].sort((a, b) => a - b)).toEqual(range(0, K - 1));
    expect(countCrossing(parts)).toBe(gold_answer);
  },
);
