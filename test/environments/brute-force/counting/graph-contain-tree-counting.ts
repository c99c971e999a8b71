import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { permutations, range } from "../enumerations.ts";

export const graphContainTreeCounting = bruteForce<{
  N: number;
  T_edges: [number, number][];
  G_edges: [number, number][];
  reference_answer: bigint;
}>(
  "GraphContainTreeCounting",
  [
    { N: 4, edge_density: 0.9 },
    { N: 6, edge_density: 0.6 },
    { N: 7, edge_density: 0.4 },
  ],
  ({ N, T_edges, G_edges, reference_answer }, answer) => {
    const joined = new Set(G_edges.flatMap(([u, v]) => [`${u} ${v}`, `${v} ${u}`]));
    const isFine = (p: number[]) => T_edges.every(([u, v]) => joined.has(`${p[u]} ${p[v]}`));
    const count = [...permutations(range(0, N - 1))].filter(isFine).length;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
