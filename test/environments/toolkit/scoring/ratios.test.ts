import { expect, test } from "vitest";
import { compareRatios } from "../../../../src/environments/toolkit/numbers/ratios.ts";
import {
  maximisingRatio,
  minimisingRatio,
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
  expect(maximisingRatio({ beta: 5 }).verdict([2, 4], [3, 6])).toMatchObject({ reward: 1 });
  expect(maximisingRatio({ beta: 2 }).verdict([1, 2], [3, 4])).toMatchObject({
    reward: (2 / 3) ** 2,
    reason: "ratio 1/2, best 3/4",
  });
  expect(maximisingRatio({ beta: 2 }).verdict([3, 4], [1, 2]).reward).toBe(-1);
});

test("a minimisation pays (best / value)^β and names the ratios", () => {
  expect(minimisingRatio({ beta: 5 }).verdict([2, 4], [3, 6])).toMatchObject({ reward: 1 });
  expect(minimisingRatio({ beta: 2 }).verdict([3, 4], [1, 2])).toMatchObject({
    reward: (2 / 3) ** 2,
    reason: "ratio 3/4, best 1/2",
  });
  expect(minimisingRatio({ beta: 2 }).verdict([1, 2], [3, 4]).reward).toBe(-1);
});

test("ratios that differ never earn full reward by rounding", () => {
  const large = 2 ** 52;
  expect(
    maximisingRatio({ beta: 1 }).verdict([large - 1, large], [large, large + 1]).reward,
  ).toBeLessThan(1);
});
