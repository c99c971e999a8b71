import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf, pathBetween } from "../distances.ts";
import { multisets, range } from "../enumerations.ts";

export const mostComponentTreeRemovingTwoPaths = bruteForce<{
  N: number;
  edges: [number, number][];
  reference_answer: number;
}>(
  "MostComponentTreeRemovingTwoPaths",
  [4, 6, 9].map((N) => ({ N })),
  ({ N, edges, reference_answer }, answer) => {
    const distance = distancesOf(N + 1, edges);
    const paths = range(1, N).flatMap((u) => range(u, N).map((v) => pathBetween(u, v, distance)));
    let most = 0;
    for (const [first, second] of multisets(paths, 2)) {
      const isOn = (path: number[]) => (edge: number[]) => edge.every((end) => path.includes(end));
      if (edges.filter(isOn(first)).some(isOn(second))) continue;
      const removed = new Set([...first, ...second]);
      const left = edges.filter((edge) => !edge.some((end) => removed.has(end)));
      // A forest has as many components as it has more vertices than edges.
      most = Math.max(most, N - removed.size - left.length);
    }
    expect(reference_answer).toBe(most);
    expect(answer).toBe(String(most));
  },
);
