import { expect, test } from "vitest";
import {
  fitsTo,
  isInGeneralPosition,
} from "../../../../src/environments/toolkit/geometry/points.ts";
import { randomPointsInGeneralPosition } from "../../../../src/environments/toolkit/random/points.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("no two points coincide and no three lie on a line", () => {
  const random = new Random("points");
  for (let count = 1; count <= 12; count++) {
    const points = randomPointsInGeneralPosition(count, 12, random);
    expect(points.length).toBe(count);
    expect(isInGeneralPosition(points)).toBe(true);
    expect(fitsTo(points, points[0])).toBe(false);
  }
  expect(
    isInGeneralPosition([
      [0, 0],
      [2, 4],
      [1, 2],
    ]),
  ).toBe(false);
});
