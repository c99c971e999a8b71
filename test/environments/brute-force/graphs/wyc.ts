import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Walks {
  N: number;
  edges: [from: number, to: number, weight: number][];
  K: number;
  reference_answer: number;
}

export const wyc = bruteForce<Walks>(
  "WYC",
  [
    { N: 2, MAX_K: 40 },
    { N: 3, MAX_K: 100 },
    { N: 5, MAX_K: 500 },
  ],
  ({ edges, K, reference_answer }, answer) => {
    // The weights of all walks up to a limit, found walk by walk.
    const weightsUpTo = (limit: number) => {
      const weights: number[] = [];
      const open = edges.map(([, to, weight]) => ({ to, weight }));
      for (const walk of open) {
        if (walk.weight > limit) continue;
        weights.push(walk.weight);
        for (const [from, to, weight] of edges) {
          if (from === walk.to) open.push({ to, weight: walk.weight + weight });
        }
      }
      return weights.sort((a, b) => a - b);
    };
    expect(weightsUpTo(reference_answer)[K - 1]).toBe(reference_answer);
    expect(answer).toBe(String(reference_answer));
  },
);
