import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const treeDistanceEqualTriadCounting = bruteForce<{
  N: number;
  edges: [number, number][];
  reference_answer: number;
}>(
  "Tree_DistanceEqualTriad_Counting",
  [5, 8, 12].map((N) => ({ N })),
  ({ N, edges, reference_answer }, answer) => {
    // Floyd and Warshall.
    const distance = range(0, N).map((u) =>
      range(0, N).map((v) => {
        const isEdge = edges.some(([a, b]) => (a === u && b === v) || (a === v && b === u));
        return u === v ? 0 : isEdge ? 1 : Number.POSITIVE_INFINITY;
      }),
    );
    for (const via of range(1, N))
      for (const u of range(1, N))
        for (const v of range(1, N)) {
          distance[u][v] = Math.min(distance[u][v], distance[u][via] + distance[via][v]);
        }
    let count = 0;
    for (const a of range(1, N))
      for (const b of range(a + 1, N))
        for (const c of range(b + 1, N)) {
          if (distance[a][b] === distance[a][c] && distance[a][b] === distance[b][c]) count++;
        }
    expect(reference_answer).toBe(count);
    expect(answer).toBe(String(count));
  },
);
