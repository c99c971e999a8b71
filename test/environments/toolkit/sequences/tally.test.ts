import { expect, test } from "vitest";
import { tally } from "../../../../src/environments/toolkit/sequences/tally.ts";

test("counts values, in the order of first occurrence", () => {
  expect([...tally([2, 1, 2, 0, 2, 1])]).toEqual([
    [2, 3],
    [1, 2],
    [0, 1],
  ]);
  expect([...tally("aba")]).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(tally([]).size).toBe(0);
});
