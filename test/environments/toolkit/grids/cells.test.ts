import { expect, test } from "vitest";
import {
  namePlace,
  neighbourCells,
  toRows,
} from "../../../../src/environments/toolkit/grids/cells.ts";
import {
  ORTHOGONAL_STEPS,
  STEPS_AROUND,
} from "../../../../src/environments/toolkit/grids/moves.ts";
import { ascending } from "../../../../src/environments/toolkit/numbers/ascending.ts";

test("cells come in rows", () => {
  expect(toRows([1, 2, 3, 4, 5, 6], 3)).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(toRows(Int32Array.of(1, 2), 1)).toEqual([[1], [2]]);
});

test("neighbours are the cells at the steps that stay inside", () => {
  const beside = neighbourCells(2, 3, ORTHOGONAL_STEPS);
  expect(beside.map((cells) => ascending(cells))).toEqual([
    [1, 3],
    [0, 2, 4],
    [1, 5],
    [0, 4],
    [1, 3, 5],
    [2, 4],
  ]);
  const around = neighbourCells(3, 3, STEPS_AROUND);
  expect(ascending(around[4])).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
  expect(ascending(around[2])).toEqual([1, 4, 5]);
});

test("places are counted from 1", () => {
  expect(namePlace(0, 3)).toBe("row 1, column 1");
  expect(namePlace(5, 3)).toBe("row 2, column 3");
});
