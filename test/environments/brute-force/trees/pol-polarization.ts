import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const polPolarization = bruteForce<{
  N: number;
  edges: [number, number][];
  reference_answer: number;
}>(
  "POLPolarization",
  [4, 7, 9].map((N) => ({ N })),
  ({ N, edges, reference_answer }, answer) => {
    let most = 0;
    for (let directions = 0; directions < 2 ** (N - 1); directions++) {
      const arcs = edges.map(([u, v], index) => ((directions >> index) & 1 ? [u, v] : [v, u]));
      const reachable = (from: number): number =>
        arcs.reduce((sum, [u, v]) => sum + (u === from ? 1 + reachable(v) : 0), 0);
      most = Math.max(
        most,
        range(0, N - 1).reduce((sum, vertex) => sum + reachable(vertex), 0),
      );
    }
    expect(reference_answer).toBe(most);
    expect(answer).toBe(String(most));
  },
);
