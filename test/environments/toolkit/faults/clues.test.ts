import { expect, test } from "vitest";
import { findClueFault } from "../../../../src/environments/toolkit/faults/clues.ts";

test("the first changed clue is named, in lists and in texts", () => {
  expect(
    findClueFault(
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, -1],
        [-1, 5],
      ],
      -1,
    ),
  ).toBe("row 2, column 2 is not the given 5");
  expect(findClueFault(["01", "10"], ["0*", "1*"], "*")).toBeUndefined();
  expect(findClueFault(["01", "10"], ["1*", "0*"], "*")).toBe("row 1, column 1 is not the given 1");
});
