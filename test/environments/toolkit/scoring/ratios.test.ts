import { expect, test } from "vitest";
import {
  compareRatios,
  maximisedRatio,
  minimisedRatio,
} from "../../../../src/environments/toolkit/scoring/ratios.ts";

test("compares ratios by value", () => {
  expect(compareRatios([1, 2], [2, 4])).toBe(0);
  expect(compareRatios([1, 3], [1, 2])).toBe(-1);
  expect(compareRatios([1, 2], [0, 1])).toBe(1);
});

test("compares exactly where products pass 2^53", () => {
  const large = 2 ** 40;
  expect(compareRatios([large + 1, large], [large + 2, large + 1])).toBe(1);
  expect(compareRatios([large, large - 1], [large + 1, large])).toBe(1);
  expect(compareRatios([3 * large, large], [3 * (large + 1), large + 1])).toBe(0);
});

test("a maximisation pays (value / best)^β and names the ratios", () => {
  expect(maximisedRatio([2, 4], [3, 6], 5)).toEqual({ reward: 1 });
  expect(maximisedRatio([1, 2], [3, 4], 2)).toEqual({
    reward: (2 / 3) ** 2,
    reason: "ratio 1/2, best 3/4",
  });
  expect(maximisedRatio([3, 4], [1, 2], 2).reward).toBe(-1);
});

test("a minimisation pays (best / value)^β and names the ratios", () => {
  expect(minimisedRatio([2, 4], [3, 6], 5)).toEqual({ reward: 1 });
  expect(minimisedRatio([3, 4], [1, 2], 2)).toEqual({
    reward: (2 / 3) ** 2,
    reason: "ratio 3/4, best 1/2",
  });
  expect(minimisedRatio([1, 2], [3, 4], 2).reward).toBe(-1);
});

test("ratios that differ never earn full reward by rounding", () => {
  const large = 2 ** 52;
  expect(maximisedRatio([large - 1, large], [large, large + 1], 1).reward).toBeLessThan(1);
});
