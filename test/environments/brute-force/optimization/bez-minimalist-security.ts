import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Instance {
  edges: [number, number, number][];
  P: number[];
  minimized_or_maximized: string;
  gold_answer: number;
}

export const bezMinimalistSecurity = bruteForce<Instance>(
  "BEZMinimalistSecurity",
  [
    { N: 3, edge_ratio: 0.4 },
    { N: 3, edge_ratio: 1 },
    { N: 4, edge_ratio: 0.5 },
    { N: 5, edge_ratio: 1 },
  ],
  ({ edges, P, minimized_or_maximized, gold_answer }, answer) => {
    let choices: number[][] = [[]];
    for (const bound of P) {
      choices = choices.flatMap((start) => range(0, bound).map((value) => [...start, value]));
    }
    const totals = choices
      .filter((values) => edges.every(([u, v, total]) => values[u] + values[v] === total))
      .map((values) => values.reduce((sum, value) => sum + value, 0));
    // Thousands of totals are too many for the arguments of one call.
    const best = totals.reduce((a, b) =>
      minimized_or_maximized === "minimized" ? Math.min(a, b) : Math.max(a, b),
    );
    expect(gold_answer).toBe(best);
    const values = toIntegers(answer);
    expect(choices).toContainEqual(values);
    for (const [u, v, total] of edges) expect(values[u] + values[v]).toBe(total);
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(best);
  },
);
