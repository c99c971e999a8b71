import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { subsets } from "../enumerations.ts";
import { degreesOf, type Edge, namedEdges } from "../spanning-trees.ts";

interface Graph {
  N: number;
  edges: Edge[];
  gold_weight: number;
  reference_answer: string;
}

export const maximumWeightMatching = bruteForce<Graph>(
  "MaximumWeightMatching",
  [
    { N: 5, edge_density: 0.9 },
    { N: 8, edge_density: 0.4 },
  ],
  ({ N, edges, gold_weight, reference_answer }, answer) => {
    const weigh = (chosen: readonly Edge[]) => chosen.reduce((sum, edge) => sum + edge[2], 0);
    const matchings = [...subsets(edges)].filter((chosen) =>
      degreesOf(N, chosen).every((degree) => degree < 2),
    );
    expect(gold_weight).toBe(Math.max(...matchings.map(weigh)));
    for (const text of [answer, reference_answer]) {
      const named = namedEdges(text, edges);
      const chosen = edges.filter((edge) => named.includes(edge));
      expect(matchings).toContainEqual(chosen);
      expect(weigh(chosen)).toBe(gold_weight);
      expect(named).toHaveLength(chosen.length);
    }
  },
);
