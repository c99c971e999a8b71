import { expect, test } from "vitest";
import { inversePermutation } from "../../../../src/environments/toolkit/sequences/inverse-permutation.ts";

test("gives the position of each element", () => {
  expect(inversePermutation([2, 0, 1])).toEqual([1, 2, 0]);
  expect(inversePermutation([3, 1, 2], 1)).toEqual([1, 2, 0]);
  expect(inversePermutation([])).toEqual([]);
});
