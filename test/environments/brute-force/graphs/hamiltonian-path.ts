import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [from: number, to: number, weight: number][];
  reference_answer: string;
  reference_answer_weight: number;
}

export const hamiltonianPath = bruteForce<Graph>(
  "HamiltonianPath",
  [
    { N: 4, edge_density: 0.35 },
    { N: 5, edge_density: 0.3 },
    { N: 6, edge_density: 0.5 },
  ],
  ({ N, edges, reference_answer, reference_answer_weight }, answer) => {
    // Rounds over all states, a last vertex and the set of those visited, until none gets lighter.
    const lightest = new Map(range(0, N - 1).map((v) => [`${v} ${2 ** v}`, 0]));
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      for (const [state, weight] of [...lightest]) {
        const [last, visited] = toIntegers(state);
        for (const [, to, more] of edges.filter(([from]) => from === last)) {
          const next = `${to} ${visited | (2 ** to)}`;
          if (weight + more >= (lightest.get(next) ?? Number.POSITIVE_INFINITY)) continue;
          lightest.set(next, weight + more);
          isChanged = true;
        }
      }
    }
    const complete = [...lightest].filter(([state]) => toIntegers(state)[1] === 2 ** N - 1);
    expect(reference_answer_weight).toBe(Math.min(...complete.map(([, weight]) => weight)));
    for (const walk of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(new Set(walk).size).toBe(N);
      const weights = walk
        .slice(1)
        .map((to, step) => edges.find((edge) => edge[0] === walk[step] && edge[1] === to)?.[2]);
      expect(weights.reduce<number>((sum, weight) => sum + (weight ?? Number.NaN), 0)).toBe(
        reference_answer_weight,
      );
    }
  },
);
