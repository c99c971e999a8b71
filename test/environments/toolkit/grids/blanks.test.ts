import { expect, test } from "vitest";
import { countOfShare, withBlanks } from "../../../../src/environments/toolkit/grids/blanks.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("a share of a count is truncated, and is at least 1", () => {
  expect(countOfShare(10, 0.35)).toBe(3);
  expect(countOfShare(3, 0.1)).toBe(1);
});

test("so many cells are blanked, and the others stay", () => {
  const rows = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  const blanked = withBlanks(rows, 0.5, 0, new Random("blanks"));
  const cells = blanked.flat();
  expect(cells.filter((cell) => cell === 0)).toHaveLength(3);
  expect(cells.map((cell, at) => cell === 0 || cell === at + 1)).not.toContain(false);
  expect(rows.flat()).toEqual([1, 2, 3, 4, 5, 6]);
});
