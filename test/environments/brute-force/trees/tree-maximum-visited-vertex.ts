import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

export const treeMaximumVisitedVertex = bruteForce<{
  M: number;
  edges: [number, number][];
  gold_answer: number;
}>(
  "TreeMaximumVisitedVertex",
  [3, 5, 8].map((N) => ({ N })),
  ({ M, edges, gold_answer }, answer) => {
    const neighbours = (vertex: number) =>
      edges.filter((edge) => edge.includes(vertex)).map(([u, v]) => (u === vertex ? v : u));
    // All pairs of a vertex and the set of those visited on some walk to it, step by step.
    let states = new Set(["0|1"]);
    for (let step = 0; step < M; step++) {
      const next = [...states].flatMap((state) => {
        const [vertex, visited] = state.split("|").map(Number);
        return neighbours(vertex).map((to) => `${to}|${visited | (1 << to)}`);
      });
      states = new Set(next);
    }
    const sizes = [...states].map((state) => {
      const visited = Number(state.split("|")[1]);
      return visited.toString(2).replaceAll("0", "").length;
    });
    expect(gold_answer).toBe(Math.max(...sizes));
    const walk = toIntegers(answer);
    expect([walk[0], walk.length]).toEqual([0, M + 1]);
    for (const [index, to] of walk.slice(1).entries()) {
      expect(neighbours(walk[index])).toContain(to);
    }
    expect(new Set(walk).size).toBe(gold_answer);
  },
);
