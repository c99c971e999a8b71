import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Graphs {
  N1: number;
  N2: number;
  G1_edges: [u: number, v: number][];
  G2_edges: [u: number, v: number][];
  reference_answer: string;
}

export const subgraphIsomorphism = bruteForce<Graphs>(
  "SubgraphIsomorphism",
  [
    { N2: 6, edge_density: 0.35 },
    { N2: 11, edge_density: 0.55 },
  ],
  ({ N1, N2, G1_edges, G2_edges, reference_answer }, answer) => {
    const joins = (edges: number[][], u: number, v: number) =>
      edges.some((ends) => ends.includes(u) && ends.includes(v));
    for (const images of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(images).toHaveLength(N1);
      expect(new Set(images).size).toBe(N1);
      expect(images.every((image) => image >= 0 && image < N2)).toBe(true);
      for (let u = 0; u < N1; u++) {
        for (let v = u + 1; v < N1; v++) {
          expect(joins(G1_edges, u, v)).toBe(joins(G2_edges, images[u], images[v]));
        }
      }
    }
  },
);
