import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { toIntegers } from "../enumerations.ts";

interface Graph {
  N: number;
  edges: [u: number, v: number][];
  bridges: [u: number, v: number][];
  reference_answer: string;
}

function isReached([u, v]: readonly [number, number], edges: readonly [number, number][]): boolean {
  const reached = new Set([u]);
  for (const vertex of reached) {
    for (const [a, b] of edges) {
      if (a === vertex) reached.add(b);
      if (b === vertex) reached.add(a);
    }
  }
  return reached.has(v);
}

export const bridge = bruteForce<Graph>(
  "Bridge",
  [
    { N: 9, component_num: 3, edge_density: 0.3 },
    { N: 16, component_num: 6, edge_density: 0.2 },
  ],
  ({ edges, bridges, reference_answer }, answer) => {
    const isBridge = edges.filter((edge, at) => !isReached(edge, edges.toSpliced(at, 1)));
    expect([...bridges].sort()).toEqual([...isBridge].sort());
    for (const text of [answer, reference_answer]) {
      const ends = toIntegers(text);
      const listed = ends.flatMap((end, at) => (at % 2 === 0 ? [[end, ends[at + 1]]] : []));
      expect(listed.sort()).toEqual([...isBridge].sort());
    }
  },
);
