import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Graphs {
  N: number;
  G1_edges: [u: number, v: number][];
  G2_edges: [u: number, v: number][];
  reference_answer: string;
}

export const graphIsomorphism = bruteForce<Graphs>(
  "GraphIsomorphism",
  [
    { N: 6, edge_density: 0.3 },
    { N: 12, edge_density: 0.55 },
  ],
  ({ N, G1_edges, G2_edges, reference_answer }, answer) => {
    const sorted = (edges: number[][]) =>
      edges.map((ends) => ends.toSorted((a, b) => a - b).join(" ")).sort();
    for (const images of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(images.toSorted((a, b) => a - b)).toEqual(range(0, N - 1));
      const mapped = G1_edges.map((ends) => ends.map((end) => images[end]));
      expect(sorted(mapped)).toEqual(sorted(G2_edges));
    }
  },
);
