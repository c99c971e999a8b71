import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface MixedGraph {
  undirected_edges: [u: number, v: number][];
  directed_edges: [from: number, to: number][];
  reference_answer: string;
}

export const mixedGraphEulerianCircuit = bruteForce<MixedGraph>(
  "MixedGraphEulerianCircuit",
  [{ N: 3 }, { N: 6 }, { N: 12 }],
  ({ undirected_edges, directed_edges, reference_answer }, answer) => {
    for (const walk of [toIntegers(answer), toIntegers(reference_answer)]) {
      expect(walk[0]).toBe(walk.at(-1));
      const left = [
        ...undirected_edges.map(([u, v]) => [`${u} ${v}`, `${v} ${u}`]),
        ...directed_edges.map(([u, v]) => [`${u} ${v}`]),
      ];
      for (const [step, to] of walk.slice(1).entries()) {
        const place = left.findIndex((ways) => ways.includes(`${walk[step]} ${to}`));
        expect(place).not.toBe(-1);
        left.splice(place, 1);
      }
      expect(left).toEqual([]);
    }
  },
);
