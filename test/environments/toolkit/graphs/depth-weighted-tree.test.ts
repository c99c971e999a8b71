import { expect, test } from "vitest";
import { depthWeightedTree } from "../../../../src/environments/toolkit/graphs/depth-weighted-tree.ts";

test("a path is rooted where its heavy edges count once", () => {
  const path: [number, number, number][] = [
    [0, 1, 1],
    [1, 2, 9],
    [2, 3, 8],
  ];
  expect(depthWeightedTree(4, path)).toEqual({ root: 2, parent: [1, 2, -1, 2], cost: 19 });
});

test("a heavy direct edge may cost less than light edges deep down", () => {
  const edges: [number, number, number][] = [
    [0, 1, 0],
    [1, 2, 3],
    [2, 3, 2],
    [0, 3, 4],
    [1, 3, 5],
  ];
  // From 1: 0 by weight 0, 2 by 3, 3 by 2 · 2 = 4 under 2. From 2: 1 by 3, 0 by 0, 3 by 2.
  expect(depthWeightedTree(4, edges)).toEqual({ root: 2, parent: [1, 2, -1, 2], cost: 5 });
});
