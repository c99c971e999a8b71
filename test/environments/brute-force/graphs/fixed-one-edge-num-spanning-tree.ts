import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { type Edge, namedEdges, spanningTrees } from "../spanning-trees.ts";

interface Graph {
  N: number;
  edges: Edge[];
  K: number;
  reference_answer: string;
}

export const fixedOneEdgeNumSpanningTree = bruteForce<Graph>(
  "FixedOneEdgeNum_SpanningTree",
  [
    { N: 4, edge_ratio: 1.5 },
    { N: 6, edge_ratio: 1.8 },
  ],
  ({ N, edges, K, reference_answer }, answer) => {
    const right = spanningTrees(N, edges).filter(
      (tree) => tree.filter(([, , weight]) => weight === 1).length === K,
    );
    for (const text of [answer, reference_answer]) {
      const named = namedEdges(text, edges);
      expect(right).toContainEqual(edges.filter((edge) => named.includes(edge)));
      expect(named).toHaveLength(N - 1);
    }
  },
);
