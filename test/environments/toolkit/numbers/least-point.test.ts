import { expect, test } from "vitest";
import { leastPoint } from "../../../../src/environments/toolkit/numbers/least-point.ts";

test("finds the cheapest point that the rows allow", () => {
  // x + y ≥ 2 and 3y ≥ x: the corner (1.5, 0.5) costs 1.5 + 1, (0, 2) costs 4.
  const rows = [
    [-1, -1],
    [1, -3],
  ];
  const point = leastPoint(rows, [-2, 0], [1, 2]);
  expect(point?.[0]).toBeCloseTo(1.5);
  expect(point?.[1]).toBeCloseTo(0.5);
  expect(leastPoint([[1, 1]], [4], [1, 1])).toEqual([0, 0]);
});

test("is undefined where no point satisfies the rows", () => {
  expect(leastPoint([[-1], [1]], [-2, 1], [1])).toBeUndefined();
  expect(leastPoint([[1]], [-1], [1])).toBeUndefined();
});
