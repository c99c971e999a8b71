import fc from "fast-check";
import { expect, test } from "vitest";
import { findBridges } from "../../../../src/environments/toolkit/graphs/bridges.ts";
import { UnionFind } from "../../../../src/environments/toolkit/graphs/union-find.ts";

const VERTEX_COUNT = 8;

test("bridges are the edges whose removal leaves more components, parallel edges included", () => {
  const vertex = fc.nat(VERTEX_COUNT - 1);
  const edge = fc.tuple(vertex, vertex).filter(([u, v]) => u !== v);
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 12 }), (edges) => {
      const bridges = [...edges.keys()].filter(
        (left) => countComponents(edges.toSpliced(left, 1)) > countComponents(edges),
      );
      expect(findBridges(VERTEX_COUNT, edges)).toEqual(bridges);
    }),
  );
});

function countComponents(edges: readonly (readonly [number, number])[]): number {
  const components = new UnionFind(VERTEX_COUNT);
  for (const [u, v] of edges) components.unite(u, v);
  return components.count;
}
