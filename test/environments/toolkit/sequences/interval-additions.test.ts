import { expect, test } from "vitest";
import { addToIntervals } from "../../../../src/environments/toolkit/sequences/interval-additions.ts";

test("adds to every element of each interval, both ends included", () => {
  expect(addToIntervals([1, 2, 3], [[0, 1]], 5)).toEqual([6, 7, 3]);
  expect(addToIntervals([1, 2, 3], [[3, 3]], -1, 1)).toEqual([1, 2, 2]);
});

test("overlapping and repeated intervals accumulate", () => {
  expect(
    addToIntervals(
      [0, 0, 0, 0],
      [
        [0, 2],
        [1, 3],
        [1, 3],
      ],
      2,
    ),
  ).toEqual([2, 6, 6, 4]);
  expect(addToIntervals([4], [], 2)).toEqual([4]);
});
