import { expect, test } from "vitest";
import { findTreeFault } from "../../../../src/environments/toolkit/trees/tree-fault.ts";

test("a tree on all vertices, or why not", () => {
  expect(
    findTreeFault(
      [
        [1, 2],
        [2, 3],
      ],
      3,
      1,
    ),
  ).toBeUndefined();
  expect(findTreeFault([[0, 1]], 3)).toBe("1 edges instead of 2");
  expect(
    findTreeFault(
      [
        [0, 1],
        [1, 0],
      ],
      3,
    ),
  ).toBe("the edge 1 0 closes a cycle");
  expect(
    findTreeFault(
      [
        [0, 1],
        [1, 3],
      ],
      3,
    ),
  ).toBe("the edge 1 3 joins a vertex that does not exist");
});
