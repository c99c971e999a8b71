import { expect, test } from "vitest";
import {
  countArcs,
  countEdges,
  densitySets,
  RATIOS_TO_THREE,
  ratioSets,
} from "../../../../src/environments/toolkit/graphs/density.ts";

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

test("counts the edges of a directed graph", () => {
  expect(countArcs(4, 0.1)).toBe(1);
  expect(countArcs(5, 1)).toBe(20);
});

test("a level offers the ratios for which a simple graph has room", () => {
  expect(ratioSets(4, [1, 1.4, 1.5, 1.8])).toEqual([
    { N: 4, edge_ratio: 1 },
    { N: 4, edge_ratio: 1.4 },
    { N: 4, edge_ratio: 1.5 },
  ]);
  expect(RATIOS_TO_THREE).toHaveLength(21);
  expect([RATIOS_TO_THREE[3], RATIOS_TO_THREE[20]]).toEqual([1.3, 3]);
});
