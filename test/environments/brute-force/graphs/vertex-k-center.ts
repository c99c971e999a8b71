import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  K: number;
  edges: [u: number, v: number, weight: number][];
  gold_answer: number;
  reference_answer: string;
}

/** The largest distance to the nearest center: lengths are relaxed until none improves. */
function radius(N: number, edges: Graph["edges"], centers: number[]): number {
  const distance = range(0, N - 1).map((vertex) => (centers.includes(vertex) ? 0 : Infinity));
  for (let round = 0; round < N; round++) {
    for (const [u, v, weight] of edges) {
      distance[u] = Math.min(distance[u], distance[v] + weight);
      distance[v] = Math.min(distance[v], distance[u] + weight);
    }
  }
  return Math.max(...distance);
}

export const vertexKCenter = bruteForce<Graph>(
  "Vertex_KCenter",
  [
    { N: 5, edge_density: 0.5 },
    { N: 7, edge_density: 0.4 },
  ],
  ({ N, K, edges, gold_answer, reference_answer }, answer) => {
    const choices = [...subsets(range(0, N - 1))].filter((set) => set.length === K);
    expect(gold_answer).toBe(Math.min(...choices.map((centers) => radius(N, edges, centers))));
    for (const centers of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(new Set(centers).size).toBe(K);
      expect(radius(N, edges, centers)).toBe(gold_answer);
    }
  },
);
