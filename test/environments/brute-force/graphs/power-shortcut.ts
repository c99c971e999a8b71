import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  K: number;
  edges: [from: number, to: number][];
  achievable: boolean[][];
  gold_answer: number;
  reference_answer: string;
}

export const powerShortcut = bruteForce<Graph>(
  "PowerShortcut",
  [
    { N: 6, K: 1, edge_density: 0.3 },
    { N: 9, K: 2, edge_density: 0.02 },
    { N: 12, K: 3, edge_density: 0.15 },
  ],
  ({ N, K, edges, achievable, gold_answer, reference_answer }, answer) => {
    const step = (from: ReadonlySet<number>) =>
      new Set(edges.filter(([u]) => from.has(u)).map(([, v]) => v));
    const legs = range(0, N - 1).map((start) => {
      const ends = new Set<number>();
      let reached = new Set([start]);
      for (const length of range(1, 2 ** K)) {
        reached = step(reached);
        if (Number.isInteger(Math.log2(length))) for (const end of reached) ends.add(end);
      }
      return ends;
    });
    expect(achievable).toEqual(
      legs.map((ends) => range(0, N - 1).map((vertex) => ends.has(vertex))),
    );
    let stops = 1;
    for (let reached = new Set([0]); !reached.has(N - 1); stops++) {
      reached = new Set([...reached].flatMap((vertex) => [...legs[vertex]]));
    }
    expect(gold_answer).toBe(stops);
    for (const journey of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(journey).toHaveLength(stops);
      expect([journey[0], journey.at(-1)]).toEqual([0, N - 1]);
      expect(journey.slice(1).every((to, leg) => legs[journey[leg]].has(to))).toBe(true);
    }
  },
);
