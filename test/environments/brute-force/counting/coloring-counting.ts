import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences } from "../enumerations.ts";

export const coloringCounting = bruteForce<{
  N: number;
  edges: [number, number][];
  R: number[];
  reference_answer: bigint;
}>(
  "ColoringCounting",
  [
    { N: 4, edge_density: 0.45 },
    { N: 6, edge_density: 0.25 },
    { N: 5, edge_density: 0.75 },
  ],
  ({ N, edges, R, reference_answer }, answer) => {
    const isProper = (c: number[]) =>
      c.every((colour, u) => colour <= R[u]) && edges.every(([u, v]) => c[u] !== c[v]);
    const colourings = [...sequences(range(0, Math.max(...R)), N)].filter(isProper);
    const count = colourings.reduce((sum, c) => sum + new Set(c).size, 0);
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
