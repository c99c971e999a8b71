import { expect, test } from "vitest";
import { toBatches, toRange } from "../../../../src/environments/toolkit/pictures/marks.ts";

test("batches are told by the last of each; what follows the last named is one more", () => {
  expect(toBatches([1, 3], 4)).toEqual([0, 0, 1, 1]);
  expect(toBatches([2n], 4, 1)).toEqual([0, 0, 1, 1]);
  expect(toBatches([9, -1], 2)).toEqual([0, 0]);
  expect(toBatches(undefined, 2)).toBeUndefined();
});

test("a range goes as far as there are things", () => {
  expect(toRange(1, 1e9, 3, 1)).toEqual([1, 2, 3]);
  expect(toRange(-5, 1, 3)).toEqual([0, 1]);
  expect(toRange(2, 1, 3)).toEqual([]);
});
