import { expect, test } from "vitest";
import { allPairs, toEdge } from "../../../../src/environments/toolkit/graphs/pairs.ts";

test("edges name their smaller end first; all pairs in order", () => {
  expect([toEdge(1, 2), toEdge(2, 1)]).toEqual([
    [1, 2],
    [1, 2],
  ]);
  expect(allPairs(3)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
  expect(allPairs(1)).toEqual([]);
});
