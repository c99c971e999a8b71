import { expect, test } from "vitest";
import { toDirectedAdjacency } from "../../../../src/environments/toolkit/graphs/adjacency.ts";
import { topologicalOrder } from "../../../../src/environments/toolkit/graphs/topological-order.ts";

const edges = [
  [3, 1],
  [1, 0],
  [4, 0],
];

test("puts each vertex before those it leads to, the least key first", () => {
  const adjacency = toDirectedAdjacency(5, edges);
  expect(topologicalOrder(adjacency)).toEqual([2, 3, 1, 4, 0]);
  expect(topologicalOrder(adjacency, (vertex) => -vertex)).toEqual([4, 3, 2, 1, 0]);
});

test("leaves out the vertices on a cycle and behind it", () => {
  const adjacency = toDirectedAdjacency(5, [...edges, [1, 3]]);
  expect(topologicalOrder(adjacency)).toEqual([2, 4]);
});
