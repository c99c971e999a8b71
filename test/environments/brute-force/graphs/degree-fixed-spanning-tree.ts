import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { degreesOf, type Edge, namedEdges, spanningTrees } from "../spanning-trees.ts";

interface Graph {
  N: number;
  edges: Edge[];
  degrees: number[];
  reference_answer: string;
}

export const degreeFixedSpanningTree = bruteForce<Graph>(
  "DegreeFixed_SpanningTree",
  [
    { N: 4, edge_density: 0.9 },
    { N: 6, edge_density: 0.7 },
  ],
  ({ N, edges, degrees, reference_answer }, answer) => {
    const right = spanningTrees(N, edges).filter(
      (tree) => degreesOf(N, tree).join() === degrees.join(),
    );
    for (const text of [answer, reference_answer]) {
      const named = namedEdges(text, edges);
      expect(right).toContainEqual(edges.filter((edge) => named.includes(edge)));
      expect(named).toHaveLength(N - 1);
    }
  },
);
