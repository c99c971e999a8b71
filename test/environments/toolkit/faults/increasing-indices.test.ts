import { expect, test } from "vitest";
import { findIncreasingFault } from "../../../../src/environments/toolkit/faults/increasing-indices.ts";

test("strictly increasing indices within the range have no fault", () => {
  expect(findIncreasingFault([], 3)).toBeUndefined();
  expect(findIncreasingFault([0, 2], 3)).toBeUndefined();
  expect(findIncreasingFault([1, 2, 3], 3, 1)).toBeUndefined();
});

test("the first fault is named", () => {
  expect(findIncreasingFault([0, 3, -1], 3)).toBe("3 is outside 0..2");
  expect(findIncreasingFault([0], 3, 1)).toBe("0 is outside 1..3");
  expect(findIncreasingFault([Number.NEGATIVE_INFINITY], 3)).toBe("-Infinity is outside 0..2");
  expect(findIncreasingFault([1, 1], 3)).toBe("1 does not exceed 1, the index before it");
  expect(findIncreasingFault([2, 1, 9], 3)).toBe("1 does not exceed 2, the index before it");
});
