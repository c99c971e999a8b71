import fc from "fast-check";
import { expect, test } from "vitest";
import { toDirectedAdjacency } from "../../../../src/environments/toolkit/graphs/adjacency.ts";
import { distancesToNearest } from "../../../../src/environments/toolkit/graphs/nearest-source.ts";
import { strongComponents } from "../../../../src/environments/toolkit/graphs/strong-components.ts";

test("components join what reaches each other, numbered against the edges between them", () => {
  const vertex = fc.nat(6);
  fc.assert(
    fc.property(fc.array(fc.tuple(vertex, vertex), { maxLength: 14 }), (edges) => {
      const adjacency = toDirectedAdjacency(7, edges);
      const componentOf = strongComponents(adjacency);
      const reach = adjacency.map((_, source) => distancesToNearest(adjacency, [source]));
      for (const u of adjacency.keys()) {
        for (const v of adjacency.keys()) {
          const both = Number.isFinite(reach[u][v] + reach[v][u]);
          expect(componentOf[u] === componentOf[v]).toBe(both);
        }
      }
      for (const [u, v] of edges) expect(componentOf[u]).toBeGreaterThanOrEqual(componentOf[v]);
      expect(new Set(componentOf).size).toBe(Math.max(...componentOf) + 1);
    }),
  );
});

test("a path of many vertices takes no recursion", () => {
  const edges = Array.from({ length: 100_000 }, (_, vertex) => [vertex, vertex + 1]);
  expect(new Set(strongComponents(toDirectedAdjacency(100_001, edges))).size).toBe(100_001);
});
