import { expect, test } from "vitest";
import { toAdjacency } from "../../../../src/environments/toolkit/graphs/adjacency.ts";
import { distancesToNearest } from "../../../../src/environments/toolkit/graphs/nearest-source.ts";

const adjacency = toAdjacency(6, [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
]);

test("steps to the nearest of several sources, Infinity where none is reached", () => {
  expect(distancesToNearest(adjacency, [0, 4, 4])).toEqual([0, 1, 2, 1, 0, Infinity]);
  expect(distancesToNearest(adjacency, [])).toEqual(new Array(6).fill(Infinity));
});

test("no farther than the limit", () => {
  expect(distancesToNearest(adjacency, [0], 2)).toEqual([0, 1, 2, Infinity, Infinity, Infinity]);
});
