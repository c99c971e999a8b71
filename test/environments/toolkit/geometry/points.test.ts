import { expect, test } from "vitest";
import {
  convexHull,
  crossProduct,
  doubledArea,
  turn,
} from "../../../../src/environments/toolkit/geometry/points.ts";

test("cross products and turns", () => {
  expect(crossProduct([1, 0], [0, 1])).toBe(1);
  expect(turn([0, 0], [1, 1], [2, 2])).toBe(0);
  expect(turn([0, 0], [1, 0], [1, -1])).toBe(-1);
});

test("a hull has its corners alone, anticlockwise", () => {
  const points = [0, 1, 2].flatMap((x) => [0, 1, 2].map((y): [number, number] => [x, y]));
  const hull = convexHull(points);
  expect(hull).toEqual([
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
  ]);
  expect(doubledArea(hull)).toBe(8);
  expect(convexHull([[3, 4]])).toEqual([[3, 4]]);
});
