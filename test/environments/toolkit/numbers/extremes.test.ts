import { expect, test } from "vitest";
import { extremes } from "../../../../src/environments/toolkit/numbers/extremes.ts";

test("gives the least and the greatest value", () => {
  expect(extremes([3, -1, 4, -1])).toEqual([-1, 4]);
  expect(extremes([7])).toEqual([7, 7]);
  expect(extremes([])).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});

test("takes as many values as there are", () => {
  expect(extremes(new Array<number>(500_000).fill(2))).toEqual([2, 2]);
});
