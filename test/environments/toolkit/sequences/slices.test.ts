import { expect, test } from "vitest";
import {
  findSliceFault,
  sliceSums,
  traceEnds,
} from "../../../../src/environments/toolkit/sequences/slices.ts";

test("ends cut a sequence when they increase up to its last index", () => {
  expect(findSliceFault([1, 3, 4], 5)).toBeUndefined();
  expect(findSliceFault([5], 5, 1)).toBeUndefined();
  expect(findSliceFault([], 5)).toBe("no batch is given");
  expect(findSliceFault([1, 3], 5)).toBe("the last batch ends at 3, not at 4");
  expect(findSliceFault([3, 3, 4], 5)).toContain("3 does not exceed 3");
  expect(findSliceFault([0, 5], 5)).toContain("5 is outside 0..4");
  expect(findSliceFault([0, 5], 5, 1)).toContain("0 is outside 1..5");
  expect(findSliceFault([Number.NEGATIVE_INFINITY, 4], 5)).toContain("is outside 0..4");
});

test("sums the batches", () => {
  expect(sliceSums([1, 2, 3, 4, 5], [1, 3, 4])).toEqual([3, 7, 5]);
  expect(sliceSums([1, 2, 3, 4, 5], [2, 5], 1)).toEqual([3, 12]);
  expect(() => sliceSums([1, 2], [0, 1e15])).toThrow(RangeError);
});

test("traces the ends of batches back from the last", () => {
  expect(traceEnds([0, 0, 1, 1, 3, 2], 5)).toEqual([1, 2, 5]);
  expect(traceEnds([0, 0, 0, 0], 3)).toEqual([3]);
  expect(traceEnds([0], 0)).toEqual([]);
});
