import { expect, test } from "vitest";
import {
  describeDirectedGraph,
  describeGraph,
  describeTree,
  formatEnds,
  placeholderEnds,
} from "../../../../src/environments/toolkit/text/edges.ts";

test("graphs and trees are described in the same words everywhere", () => {
  expect(describeGraph(3, [[0, 2]])).toBe(
    "An undirected graph has 3 vertices, numbered from 0 to 2, and 1 edge. Each line (u, v) below is an edge between the vertices u and v:\n(0, 2)",
  );
  expect(describeDirectedGraph(2, [[1, 2, 7]], { from: 1, weighted: true })).toBe(
    "A directed graph has 2 vertices, numbered from 1 to 2, and 1 weighted edge. Each line (u, v, w) below is an edge from vertex u to vertex v of weight w; it cannot be passed from v to u:\n(1, 2, 7)",
  );
  expect(describeTree(2, [[0, 1]])).toBe(
    "A tree has 2 vertices, numbered from 0 to 1. Each line (u, v) below is an edge between the vertices u and v:\n(0, 1)",
  );
});

test("edges as answers are their ends on one line, with an example of so many", () => {
  expect(
    formatEnds([
      [0, 2, 7],
      [1, 0, 3],
    ]),
  ).toBe("0 2 1 0");
  expect([1, 2, 3].map((count) => placeholderEnds(count))).toEqual([
    "u1 v1",
    "u1 v1 u2 v2",
    "u1 v1 u2 v2 …",
  ]);
  expect(placeholderEnds()).toBe("u1 v1 u2 v2 …");
});
