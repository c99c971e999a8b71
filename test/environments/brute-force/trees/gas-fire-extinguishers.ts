import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

export const gasFireExtinguishers = bruteForce<{
  N: number;
  edges: [number, number][];
  K: number;
  S: number;
  gold_answer: number;
}>(
  "GasFireExtinguishers",
  [3, 4, 5, 6].map((N) => ({ N })),
  ({ N, edges, K, S, gold_answer }, answer) => {
    const distance = distancesOf(N, edges);
    const vertices = range(0, N - 1);
    const units = (P: number[]) =>
      P.some((v, u) => !(distance[u][v] <= K))
        ? Infinity
        : vertices.reduce((sum, v) => sum + Math.ceil(P.filter((to) => to === v).length / S), 0);
    let least = Infinity;
    for (const P of sequences(vertices, N)) least = Math.min(least, units(P));
    expect(gold_answer).toBe(least);
    expect(toIntegers(answer).length).toBe(N);
    expect(units(toIntegers(answer))).toBe(least);
  },
);
