import { expect, test } from "vitest";
import {
  findIntervalFault,
  findRangeFault,
} from "../../../../src/environments/toolkit/faults/ranges.ts";

test("finds a value outside a range, both ends of which belong to it", () => {
  expect(findRangeFault([0, 3, 1], 0, 3)).toBeUndefined();
  expect(findRangeFault([], 0, 3)).toBeUndefined();
  expect(findRangeFault([0, 4, -1], 0, 3)).toBe("4 is outside 0..3");
  expect(findRangeFault([-1], 0, 3)).toBe("-1 is outside 0..3");
  expect(findRangeFault([Number.POSITIVE_INFINITY], 0, 3)).toBe("Infinity is outside 0..3");
});

test("an interval has its ends in order and within the range", () => {
  expect(findIntervalFault([1, 4], 1, 4)).toBeUndefined();
  expect(findIntervalFault([2, 2], 1, 4)).toBeUndefined();
  expect(findIntervalFault([3, 2], 1, 4)).toBe("3 2 is no interval within 1..4");
  expect(findIntervalFault([0, 2], 1, 4)).toBe("0 2 is no interval within 1..4");
  expect(findIntervalFault([1, 5], 1, 4)).toBe("1 5 is no interval within 1..4");
  expect(findIntervalFault([Number.NEGATIVE_INFINITY, 2], 1, 4)).toContain("-Infinity 2");
});
