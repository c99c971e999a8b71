import { expect, test } from "vitest";
import { spanningTreeOfDegrees } from "../../../../src/environments/toolkit/graphs/spanning-tree-of-degrees.ts";

const SQUARE: [number, number][] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
  [0, 2],
];

test("the tree has the degrees", () => {
  const edges = spanningTreeOfDegrees(4, SQUARE, [1, 1, 3, 1]);
  expect(edges.map((edge) => SQUARE[edge]).sort()).toEqual([
    [0, 2],
    [1, 2],
    [2, 3],
  ]);
});

test("degrees that no tree has are refused", () => {
  expect(() => spanningTreeOfDegrees(4, SQUARE, [1, 3, 1, 1])).toThrow(RangeError);
});
