import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";
import { range, toIntegers } from "../enumerations.ts";

export const multiDrink = bruteForce<{
  N: number;
  edges: [number, number][];
  reference_answer: string;
}>(
  "MultiDrink",
  [4, 9, 16].map((N) => ({ N })),
  ({ N, edges, reference_answer }, answer) => {
    const distance = distancesOf(N, edges);
    for (const order of [reference_answer, answer].map(toIntegers)) {
      expect(order.toSorted((a, b) => a - b)).toEqual(range(0, N - 1));
      const steps = order.slice(1).map((vertex, index) => distance[order[index]][vertex]);
      expect(Math.max(...steps)).toBeLessThanOrEqual(2);
    }
  },
);
