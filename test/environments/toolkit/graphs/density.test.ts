import { expect, test } from "vitest";
import { countEdges, densitySets } from "../../../../src/environments/toolkit/graphs/density.ts";

test("counts the edges of a graph of a density, rounded down", () => {
  expect(countEdges(4, 1)).toBe(6);
  expect(countEdges(5, 0.5)).toBe(5);
  expect(countEdges(5, 0.49)).toBe(4);
  expect(countEdges(5, 0)).toBe(0);
});

test("a level offers the densities that give enough edges", () => {
  expect(densitySets(4, [0.1, 0.5, 0.9], 3)).toEqual([
    { N: 4, edge_density: 0.5 },
    { N: 4, edge_density: 0.9 },
  ]);
});
