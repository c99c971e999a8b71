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

export const maximumAchromaticNumber = bruteForce<Graph>(
  "MaximumAchromaticNumber",
  [
    { N: 2, edge_density: 0 },
    { N: 6, edge_density: 0.35 },
    { N: 7, edge_density: 0.65 },
    { N: 8, edge_density: 0.45 },
  ],
  ({ N, edges, gold_answer, reference_answer }, answer) => {
    const isComplete = (colours: number[]) => {
      const used = [...new Set(colours)];
      const meet = (a: number, b: number) =>
        edges.some(
          (ends) => ends.some((u) => colours[u] === a) && ends.some((v) => colours[v] === b),
        );
      return (
        edges.every(([u, v]) => colours[u] !== colours[v]) &&
        used.every((a) => used.every((b) => a === b || meet(a, b)))
      );
    };
    const counts = [...colourings(N)].filter(isComplete).map((colours) => new Set(colours).size);
    expect(gold_answer).toBe(Math.max(...counts));
    for (const colours of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(colours).toHaveLength(N);
      expect(isComplete(colours)).toBe(true);
      expect(new Set(colours).size).toBe(gold_answer);
    }
  },
);
