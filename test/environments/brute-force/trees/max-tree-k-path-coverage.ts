import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf, pathBetween } from "../distances.ts";
import { multisets, range } from "../enumerations.ts";

export const maxTreeKPathCoverage = bruteForce<{
  N: number;
  edges: [number, number][];
  K: number;
  reference_answer: number;
}>(
  "MaxTree_KPathCoverage",
  [4, 7, 9].map((N) => ({ N })),
  ({ N, edges, K, reference_answer }, answer) => {
    const distance = distancesOf(N, edges);
    const paths = range(0, N - 1).flatMap((u) =>
      range(u + 1, N - 1).map((v) => pathBetween(u, v, distance)),
    );
    let most = 0;
    for (const chosen of multisets(paths, K)) most = Math.max(most, new Set(chosen.flat()).size);
    expect(reference_answer).toBe(most);
    expect(answer).toBe(String(most));
  },
);
