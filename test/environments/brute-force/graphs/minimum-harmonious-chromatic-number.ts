import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { colourings } from "../colourings.ts";
import { toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  gold_answer: number;
  reference_answer: string;
}

export const minimumHarmoniousChromaticNumber = bruteForce<Graph>(
  "MinimumHarmoniousChromaticNumber",
  [
    { N: 2, edge_density: 0 },
    { N: 6, edge_density: 0.65 },
    { N: 7, edge_density: 0.25 },
    { N: 8, edge_density: 0.35 },
  ],
  ({ N, edges, gold_answer, reference_answer }, answer) => {
    const isHarmonious = (colours: number[]) => {
      const pairs = edges.map((ends) => String(ends.map((v) => colours[v]).sort((a, b) => a - b)));
      return (
        edges.every(([u, v]) => colours[u] !== colours[v]) && new Set(pairs).size === edges.length
      );
    };
    const counts = [...colourings(N)].filter(isHarmonious).map((colours) => new Set(colours).size);
    expect(gold_answer).toBe(Math.min(...counts));
    for (const colours of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(colours).toHaveLength(N);
      expect(isHarmonious(colours)).toBe(true);
      expect(new Set(colours).size).toBe(gold_answer);
    }
  },
);
