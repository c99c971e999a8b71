import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";

interface Graph {
  N: number;
  edges: [number, number, number][];
  reference_answer: number;
}

/** All states (vertex, xor) that walks from 0 reach. */
export const maxXorPath = bruteForce<Graph>(
  "MaxXorPath",
  [
    { N: 5, edge_density: 0.6, MAX_bit_length: 4 },
    { N: 8, edge_density: 0.4, MAX_bit_length: 6 },
  ],
  ({ N, edges, reference_answer }, answer) => {
    const states = new Set(["0 0"]);
    for (const state of states) {
      const [vertex, xor] = state.split(" ").map(Number);
      for (const [u, v, w] of edges) {
        if (u === vertex) states.add(`${v} ${xor ^ w}`);
        if (v === vertex) states.add(`${u} ${xor ^ w}`);
      }
    }
    const arrivals = [...states].map((state) => state.split(" ").map(Number));
    const xors = arrivals.filter(([vertex]) => vertex === N - 1).map(([, xor]) => xor);
    expect(reference_answer).toBe(Math.max(...xors));
    expect(answer).toBe(String(reference_answer));
  },
);
