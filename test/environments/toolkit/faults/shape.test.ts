import { expect, test } from "vitest";
import { findShapeFault } from "../../../../src/environments/toolkit/faults/shape.ts";

test("rows of the right number and length have no fault", () => {
  expect(
    findShapeFault(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      3,
      2,
    ),
  ).toBeUndefined();
  expect(findShapeFault(["ab", "cd"], 2, 2)).toBeUndefined();
});

test("the first wrong row is named, from 1", () => {
  expect(findShapeFault([[1, 2]], 2, 2)).toBe("1 row instead of 2");
  expect(findShapeFault([], 2, 2)).toBe("0 rows instead of 2");
  expect(findShapeFault([[1, 2], [3]], 2, 2)).toBe("row 2 has 1 cell instead of 2");
  expect(findShapeFault(["ab", "abc"], 2, 2)).toBe("row 2 has 3 cells instead of 2");
});
