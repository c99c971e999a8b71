import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

interface Tree {
  N: number;
  C: number[];
  edges: [u: number, v: number, weight: number][];
  reference_answer: number;
  gold_answer: number;
}

export const treeCenter = bruteForce<Tree>(
  "TreeCenter",
  [{ N: 4 }, { N: 10 }],
  ({ N, C, edges, reference_answer, gold_answer }, answer) => {
    // Floyd and Warshall: distances through more and more vertices.
    const distance = range(0, N - 1).map((i) =>
      range(0, N - 1).map((j): number => (i === j ? 0 : 1e9)),
    );
    for (const [u, v, weight] of edges) distance[u][v] = distance[v][u] = weight;
    for (const via of range(0, N - 1)) {
      for (const row of distance) {
        for (const j of range(0, N - 1)) row[j] = Math.min(row[j], row[via] + distance[via][j]);
      }
    }
    const totals = distance.map((row) => row.reduce((sum, length, i) => sum + length * C[i], 0));
    expect(gold_answer).toBe(Math.min(...totals));
    expect(totals[reference_answer]).toBe(gold_answer);
    expect(totals[Number(answer)]).toBe(gold_answer);
  },
);
