import { expect, test } from "vitest";
import {
  formatGrid,
  formatGridSize,
  placeholderCells,
  placeholderGrid,
} from "../../../../src/environments/toolkit/text/grids.ts";

test("a grid is a line for each row, of texts or lists of characters", () => {
  expect(formatGrid(["#.", ".#"])).toBe("#.\n.#");
  expect(
    formatGrid([
      ["0", "X"],
      ["1", "0"],
    ]),
  ).toBe("0X\n10");
});

test("the size of a grid", () => {
  expect(formatGridSize(1, 4)).toBe("1 row and 4 columns");
});

test("an example of a grid shows small ones whole", () => {
  expect(placeholderGrid(2, 2)).toBe("a b\nc d");
  expect(placeholderGrid(3, 5)).toBe("a b c d e\nf g h i j\nk l m n o");
  expect(placeholderGrid(4, 6)).toBe("a b c …\nd e f …\n…");
});

test("cells without separators stand in the layout of the grid", () => {
  expect(placeholderCells(2, 3)).toBe("abc\ndef");
  expect(placeholderCells(4, 6)).toBe("abc…\ndef…\n…");
});
