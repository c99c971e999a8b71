import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";
import { multisets, range, toIntegers } from "../enumerations.ts";

export const dynDynamite = bruteForce<{
  N: number;
  edges: [number, number][];
  key_vertices: number[];
  M: number;
  gold_answer: number;
}>(
  "DynDynamite",
  [3, 6, 8].map((N) => ({ N })),
  ({ N, edges, key_vertices, M, gold_answer }, answer) => {
    const distance = distancesOf(N, edges);
    const radius = (centers: number[]) =>
      Math.max(...key_vertices.map((key) => Math.min(...centers.map((c) => distance[key][c]))));
    expect(gold_answer).toBe(Math.min(...[...multisets(range(0, N - 1), M)].map(radius)));
    expect(toIntegers(answer).length).toBe(M);
    expect(radius(toIntegers(answer))).toBe(gold_answer);
  },
);
