import { expect, test } from "vitest";
import {
  cheaper,
  dearer,
  mergeByCount,
  nothing,
  only,
  together,
  verticesOf,
} from "../../../../src/environments/toolkit/trees/selections.ts";

test("values add up and vertices come along", () => {
  const three = together(together(only(1, 5), nothing(2)), together(only(4, 1), only(7, 1), 10));
  expect(three.value).toBe(19);
  expect(verticesOf(three).sort()).toEqual([1, 4, 7]);
});

test("the best selections of two parts by count", () => {
  const a = [nothing(), only(0, 3)];
  const b = [nothing(1), only(1, 1), together(only(1, 1), only(2, 9))];
  expect(mergeByCount(a, b, cheaper).map(({ value }) => value)).toEqual([1, 1, 4, 13]);
  const most = mergeByCount(a, b, dearer);
  expect(most.map(({ value }) => value)).toEqual([1, 4, 10, 13]);
  expect(most.map((selection) => verticesOf(selection).length)).toEqual([0, 1, 2, 3]);
});

test("of equals the first is kept", () => {
  expect(cheaper(only(1, 4), only(2, 4)).vertex).toBe(1);
  expect(dearer(only(1, 4), only(2, 4)).vertex).toBe(1);
});
