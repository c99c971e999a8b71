import { expect, test } from "vitest";
import { countOccurrences } from "../../../src/environments/toolkit/occurrences.ts";

test("counts values, in the order of first occurrence", () => {
  expect([...countOccurrences([2, 1, 2, 0, 2, 1])]).toEqual([
    [2, 3],
    [1, 2],
    [0, 1],
  ]);
  expect([...countOccurrences("aba")]).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(countOccurrences([]).size).toBe(0);
});
