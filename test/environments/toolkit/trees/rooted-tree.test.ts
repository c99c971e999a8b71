import { expect, test } from "vitest";
import { toAdjacency } from "../../../../src/environments/toolkit/graphs/adjacency.ts";
import {
  childrenOf,
  distancesFromRoot,
  rootTree,
  subtreeSums,
} from "../../../../src/environments/toolkit/trees/rooted-tree.ts";

const adjacency = toAdjacency(5, [
  [1, 2, 7],
  [0, 1, 3],
  [1, 4, 2],
  [0, 3, 5],
]);

test("roots a tree in depth-first preorder, neighbours as listed", () => {
  expect(rootTree(adjacency, 0)).toEqual({
    order: [0, 1, 2, 4, 3],
    parent: [-1, 0, 1, 0, 1],
    parentWeight: [0, 3, 7, 5, 2],
    depth: [0, 1, 2, 1, 2],
  });
  expect(rootTree(adjacency, 2).order).toEqual([2, 1, 0, 3, 4]);
});

test("sums values over subtrees", () => {
  expect(subtreeSums(rootTree(adjacency, 0), [1, 10, 100, 1000, 10_000])).toEqual([
    11_111, 10_110, 100, 1000, 10_000,
  ]);
});

test("distances from the root and children", () => {
  expect(distancesFromRoot(rootTree(adjacency, 1))).toEqual([3, 0, 7, 8, 2]);
  expect(childrenOf(rootTree(adjacency, 0))).toEqual([[1, 3], [2, 4], [], [], []]);
});

test("a path of any length needs no recursion", () => {
  const length = 200_000;
  const path = toAdjacency(
    length,
    Array.from({ length: length - 1 }, (_, vertex) => [vertex, vertex + 1]),
  );
  const tree = rootTree(path, 0);
  expect(tree.depth[length - 1]).toBe(length - 1);
  expect(subtreeSums(tree, new Array<number>(length).fill(1))[0]).toBe(length);
});

test("refuses a graph with a cycle", () => {
  const cycle = toAdjacency(4, [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 1],
  ]);
  expect(() => rootTree(cycle, 0)).toThrow(RangeError);
});
