import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, subsets } from "../enumerations.ts";

interface Triangles {
  N: number;
  edges: [number, number][];
  reference_answer: number;
}

export const threeVertexCycleCounting = bruteForce<Triangles>(
  "ThreeVertexCycleCounting",
  [1, 2, 3].map((edge_ratio) => ({ N: 8, edge_ratio })),
  ({ N, edges, reference_answer }, answer) => {
    const triples = [...subsets(range(0, N - 1))].filter(({ length }) => length === 3);
    const count = triples.filter(
      (triple) => edges.filter(([u, v]) => triple.includes(u) && triple.includes(v)).length === 3,
    ).length;
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
