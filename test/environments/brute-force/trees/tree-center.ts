import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { distancesOf } from "../distances.ts";

interface Tree {
  N: number;
  C: number[];
  edges: [u: number, v: number, weight: number][];
  reference_answer: number;
  gold_answer: number;
}

export const treeCenter = bruteForce<Tree>(
  "TreeCenter",
  [{ N: 4 }, { N: 10 }],
  ({ N, C, edges, reference_answer, gold_answer }, answer) => {
    const distance = distancesOf(N, edges);
    const totals = distance.map((row) => row.reduce((sum, length, i) => sum + length * C[i], 0));
    expect(gold_answer).toBe(Math.min(...totals));
    expect(totals[reference_answer]).toBe(gold_answer);
    expect(totals[Number(answer)]).toBe(gold_answer);
  },
);
