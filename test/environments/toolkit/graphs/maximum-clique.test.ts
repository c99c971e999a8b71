import fc from "fast-check";
import { expect, test } from "vitest";
import { toAdjacencyMatrix } from "../../../../src/environments/toolkit/graphs/adjacency-matrix.ts";
import { maximumClique } from "../../../../src/environments/toolkit/graphs/maximum-clique.ts";
import { allPairs } from "../../../../src/environments/toolkit/graphs/pairs.ts";
import { range, subsets } from "../../brute-force/enumerations.ts";

const SIZE = 7;

test("a clique as large as exhaustion finds", () => {
  fc.assert(
    fc.property(fc.subarray(allPairs(SIZE)), (edges) => {
      const isClique = (vertices: readonly number[]) =>
        allPairs(vertices.length).every(([a, b]) =>
          edges.some(([u, v]) => u === vertices[a] && v === vertices[b]),
        );
      const clique = maximumClique(toAdjacencyMatrix(SIZE, edges));
      const cliques = [...subsets(range(0, SIZE - 1))].filter(isClique);
      expect(isClique(clique)).toBe(true);
      expect(clique).toHaveLength(Math.max(...cliques.map(({ length }) => length)));
    }),
  );
});
