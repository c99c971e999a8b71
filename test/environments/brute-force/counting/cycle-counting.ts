import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";

export const cycleCounting = bruteForce<{
  N: number;
  edges: [number, number][];
  reference_answer: bigint;
}>(
  "CycleCounting",
  [
    { N: 5, edge_density: 0.85 },
    { N: 7, edge_density: 0.65 },
    { N: 7, edge_density: 1 },
  ],
  ({ N, edges, reference_answer }, answer) => {
    const joined = (u: number, v: number) =>
      edges.some(([a, b]) => (a === u && b === v) || (a === v && b === u));
    /** Closed walks from the least vertex of a cycle; each cycle is found in both directions. */
    const countFrom = (path: number[]): number =>
      range(path[0] + 1, N - 1)
        .filter((next) => !path.includes(next) && joined(path[path.length - 1], next))
        .map(
          (next) => countFrom([...path, next]) + (path.length > 1 && joined(next, path[0]) ? 1 : 0),
        )
        .reduce((sum, found) => sum + found, 0);
    const count = range(0, N - 1).reduce((sum, first) => sum + countFrom([first]), 0) / 2;
    expect(reference_answer).toBe(BigInt(count));
    expect(answer).toBe(String(count));
  },
);
