import { expect, test } from "vitest";
import { edgeIndex } from "../../../../src/environments/toolkit/graphs/edge-index.ts";
import {
  chosenEdges,
  chosenSpanningTree,
} from "../../../../src/environments/toolkit/scoring/chosen-edges.ts";

const EDGES: [number, number][] = [
  [0, 1],
  [1, 2],
  [0, 2],
];

test("edges are found by their ends in either order, as often as they are listed", () => {
  expect(chosenEdges([2, 1, 0, 1, 1, 2], edgeIndex(EDGES))).toEqual([1, 0, 1]);
  expect(chosenEdges([], edgeIndex(EDGES))).toEqual([]);
});

test("an odd number of ends is malformed, ends that no edge joins are invalid", () => {
  expect(chosenEdges([2, 1, 0], edgeIndex(EDGES))).toMatchObject({ reward: -1 });
  expect(chosenEdges([2, 1, 0, 0], edgeIndex(EDGES))).toMatchObject({ reward: -0.5 });
});

test("a spanning tree has V − 1 edges and no cycle", () => {
  expect(chosenSpanningTree([2, 1, 0, 2], 3, EDGES)).toEqual([1, 2]);
  expect(chosenSpanningTree([2, 1, 0], 3, EDGES)).toMatchObject({ reward: -1 });
  expect(chosenSpanningTree([2, 1], 3, EDGES)).toMatchObject({ reward: -0.5 });
  expect(chosenSpanningTree([2, 1, 1, 2], 3, EDGES)).toEqual({
    reward: -0.5,
    reason: "the edge 1 2 closes a cycle",
  });
});
