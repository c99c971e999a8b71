import { expect, test } from "vitest";
import {
  directedEdgeIndex,
  edgeIndex,
} from "../../../../src/environments/toolkit/graphs/edge-index.ts";

const EDGES = [
  [0, 1, 5],
  [2, 1, 7],
  [0, 3, 9],
];

test("finds undirected edges by their ends in either order", () => {
  const edgeBetween = edgeIndex(EDGES);
  expect([edgeBetween(0, 1), edgeBetween(1, 0), edgeBetween(1, 2), edgeBetween(3, 0)]).toEqual([
    0, 0, 1, 2,
  ]);
  expect(edgeBetween(0, 2)).toBe(-1);
});

test("finds directed edges in their direction only", () => {
  const edgeBetween = directedEdgeIndex(EDGES);
  expect([edgeBetween(2, 1), edgeBetween(1, 2)]).toEqual([1, -1]);
});

test("takes any numbers for ends", () => {
  for (const stray of [-1, 4, 1e300, Number.POSITIVE_INFINITY, 0.5]) {
    expect(edgeIndex(EDGES)(stray, 1)).toBe(-1);
    expect(edgeIndex(EDGES)(1, stray)).toBe(-1);
  }
});
