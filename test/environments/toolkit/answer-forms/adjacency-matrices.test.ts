import { expect, test } from "vitest";
import { adjacencyMatrix } from "../../../../src/environments/toolkit/answer-forms/adjacency-matrices.ts";

test("a number of vertices, then as many rows of letters", () => {
  expect(adjacencyMatrix.parse("2\nNY\nYN")).toEqual(["NY", "YN"]);
  expect(adjacencyMatrix.parse(" 1 \nN\n")).toEqual(["N"]);
});

test.each([
  ["nothing", ""],
  ["no rows", "2"],
  ["too few rows", "2\nNY"],
  ["too many rows", "1\nN\nN"],
  ["a row too short", "2\nNY\nY"],
  ["other letters", "2\nNX\nXN"],
  ["a loop", "1\nY"],
  ["an edge in one direction only", "2\nNY\nNN"],
])("%s is malformed", (_, text) => {
  expect(adjacencyMatrix.parse(text)).toBeNull();
});
