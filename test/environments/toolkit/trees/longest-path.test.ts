import { expect, test } from "vitest";
import { toAdjacency } from "../../../../src/environments/toolkit/graphs/adjacency.ts";
import { longestPath } from "../../../../src/environments/toolkit/trees/longest-path.ts";

test("finds a longest path by weight, from whichever vertex it starts", () => {
  const adjacency = toAdjacency(6, [
    [0, 1, 1],
    [1, 2, 1],
    [2, 3, 1],
    [1, 4, 9],
    [2, 5, 4],
  ]);
  for (let start = 0; start < 6; start++) {
    const { vertices, length } = longestPath(adjacency, start);
    expect(length).toBe(14);
    expect([vertices, vertices.toReversed()]).toContainEqual([4, 1, 2, 5]);
  }
});

test("keeps to the tree of a forest that holds the start; one vertex is a path", () => {
  const forest = toAdjacency(4, [
    [0, 1],
    [1, 2],
  ]);
  expect(longestPath(forest, 1).length).toBe(2);
  expect(longestPath(forest, 3)).toEqual({ vertices: [3], length: 0 });
});
