import fc from "fast-check";
import { expect, test } from "vitest";
import { toAdjacencyMatrix } from "../../../../src/environments/toolkit/graphs/adjacency-matrix.ts";
import { minimumColouring } from "../../../../src/environments/toolkit/graphs/minimum-colouring.ts";
import { allPairs } from "../../../../src/environments/toolkit/graphs/pairs.ts";
import { colourings } from "../../brute-force/colourings.ts";

const SIZE = 6;

test("a proper colouring with as few colours as exhaustion finds", () => {
  const all = [...colourings(SIZE)];
  fc.assert(
    fc.property(fc.subarray(allPairs(SIZE)), (edges) => {
      const isProper = (colours: readonly number[]) =>
        edges.every(([u, v]) => colours[u] !== colours[v]);
      const colours = minimumColouring(toAdjacencyMatrix(SIZE, edges));
      const counts = all.filter(isProper).map((other) => new Set(other).size);
      expect(colours).toHaveLength(SIZE);
      expect(isProper(colours)).toBe(true);
      expect(new Set(colours).size).toBe(Math.min(...counts));
    }),
  );
});
