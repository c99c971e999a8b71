import { expect, test } from "vitest";
import { toAdjacencyMatrix } from "../../../../src/environments/toolkit/graphs/adjacency-matrix.ts";

test("an edge stands in both rows, and nothing else does", () => {
  const matrix = toAdjacencyMatrix(4, [
    [0, 2],
    [3, 2],
  ]);
  expect(matrix.map((row) => row.join(""))).toEqual(["0010", "0000", "1001", "0010"]);
});
