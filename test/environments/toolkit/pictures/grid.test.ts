import { expect, test } from "vitest";
import {
  blankRows,
  cellsOf,
  gridPicture,
  lineNumbers,
  memberRows,
  movedCells,
  rowPicture,
} from "../../../../src/environments/toolkit/pictures/grid.ts";

test("a grid of letters: walls are dark, blanks empty", () => {
  expect(gridPicture(["a.", ".#"], { blank: ".", wall: "#" })).toEqual({
    kind: "grid",
    cells: [
      ["a", ""],
      ["", ""],
    ],
    walls: [[1, 1]],
  });
});

test("a path is a line through cells, as far as it stays inside", () => {
  expect(movedCells("RDxL")).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
  ]);
  const path = movedCells("DDR");
  expect(gridPicture(["..", ".."], { path })).toMatchObject({
    paths: [
      [
        [0, 0],
        [1, 0],
      ],
    ],
  });
});

test("what an answer fills in is marked; cells are chosen and grouped", () => {
  const rows = [
    [1, 0],
    [0, 2],
  ];
  const filled = [[1, 2], [2, 2, 9], [4]];
  expect(gridPicture(rows, { blank: 0, filled })).toMatchObject({
    cells: [
      ["1", "2"],
      ["2", "2"],
    ],
    marks: [
      [0, 1],
      [1, 0],
    ],
  });
  expect(gridPicture(rows, { chosen: [[1, 1], [5, 5], []] })).toMatchObject({
    marks: [
      [0, 0],
      [0, 1],
    ],
  });
  expect(gridPicture(rows, { groups: ["AB", "BA"] })).toMatchObject({
    marks: [
      [1, 2],
      [2, 1],
    ],
  });
});

test("clues stand around, boxes are regions", () => {
  expect(gridPicture(["ab", "cd"], { boxes: [1, 2], clues: { left: [1, null] } })).toMatchObject({
    regions: [
      [0, 0],
      [2, 2],
    ],
    clues: { left: ["1", ""] },
  });
});

test("a row is numbered above its cells", () => {
  expect(rowPicture("ab", { base: 1, chosen: [2] })).toEqual({
    kind: "grid",
    cells: [["a", "b"]],
    clues: { top: ["1", "2"] },
    marks: [[0, 1]],
  });
});

test("10,000 cells are too many", () => {
  const rows = Array.from({ length: 100 }, () => "x".repeat(100));
  expect(gridPicture(rows)).toEqual({ kind: "too large", amount: 10_000, of: "cells" });
});

test("dark cells keep what stands in them; cells are found by their letter", () => {
  const rows = ["1.", ".x"];
  expect(cellsOf(".", rows)).toEqual([
    [0, 1],
    [1, 0],
  ]);
  expect(cellsOf(".", undefined)).toBeUndefined();
  expect(gridPicture(rows, { blank: ".", dark: [...(cellsOf("1", rows) ?? []), [7, 7]] })).toEqual({
    kind: "grid",
    cells: [
      ["1", ""],
      ["", "x"],
    ],
    walls: [[0, 0]],
  });
});

test("rows of nothing, of sets, and their numbers", () => {
  expect(blankRows(1, 2)).toEqual([["", ""]]);
  expect(memberRows([[1, 3], [2]], 3, 1)).toEqual([
    ["●", "", "●"],
    ["", "●", ""],
  ]);
  expect(lineNumbers(2, 3, 1)).toEqual({ left: [1, 2], top: [1, 2, 3] });
});
