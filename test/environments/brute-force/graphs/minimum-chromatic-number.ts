import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  gold_answer: number;
  reference_answer: string;
}

export const minimumChromaticNumber = bruteForce<Graph>(
  "MinimumChromaticNumber",
  [
    { N: 4, edge_density: 0.5 },
    { N: 5, edge_density: 0.75 },
  ],
  ({ N, edges, gold_answer, reference_answer }, answer) => {
    const isProper = (colours: number[]) => edges.every(([u, v]) => colours[u] !== colours[v]);
    const colourings = [...sequences(range(1, N), N)].filter(isProper);
    expect(gold_answer).toBe(Math.min(...colourings.map((colours) => new Set(colours).size)));
    for (const colours of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(colours).toHaveLength(N);
      expect(isProper(colours)).toBe(true);
      expect(new Set(colours).size).toBe(gold_answer);
    }
  },
);
