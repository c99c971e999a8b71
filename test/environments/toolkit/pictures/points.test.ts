import { expect, test } from "vitest";
import { barsPicture, rearrangedBars } from "../../../../src/environments/toolkit/pictures/bars.ts";
import { partsPicture } from "../../../../src/environments/toolkit/pictures/parts.ts";
import {
  intervalsPicture,
  latticePicture,
  pointsPicture,
} from "../../../../src/environments/toolkit/pictures/points.ts";

const SQUARE = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];

test("points are labelled with their places, or with their numbers", () => {
  expect(pointsPicture([[1, 2]])).toEqual({
    kind: "points",
    points: [{ x: 1, y: 2, label: "1, 2" }],
    lines: [],
    circles: [],
  });
  expect(pointsPicture([[1, 2]], { base: 1, chosen: [1] })).toMatchObject({
    points: [{ label: "1", mark: 1 }],
  });
});

test("an answer's polygon, path, points and circles are drawn where they can be", () => {
  const picture = pointsPicture(SQUARE, {
    base: 1,
    polygon: [1, 2, 3, 9],
    added: [[1, 1], [Number.NaN, 0], []],
    addedCircles: [
      [1, 1, 2],
      [0, 0, -1],
    ],
  });
  expect(picture).toMatchObject({
    lines: [
      {
        through: [
          [0, 0],
          [2, 0],
          [2, 2],
        ],
        closed: true,
        mark: 1,
      },
    ],
    circles: [{ x: 1, y: 1, radius: 2, mark: 1 }],
  });
  expect(picture).toHaveProperty("points.length", 5);
});

test("intervals lie below each other, and are chosen by number", () => {
  expect(intervalsPicture([[3, 5]], { base: 1, chosen: [1], notes: ["w 4"] })).toEqual({
    kind: "points",
    points: [],
    lines: [
      {
        through: [
          [3, 0],
          [5, 0],
        ],
        label: "1: 3–5, w 4",
        mark: 1,
      },
    ],
    circles: [],
    stretched: true,
  });
});

test("the group of an interval is told in its label", () => {
  expect(intervalsPicture([[3, 3]], { groups: [7] })).toMatchObject({
    lines: [{ label: "0: 3–3, 7", mark: 1 }],
  });
});

test("bars have values, numbers and marks", () => {
  expect(barsPicture([3, -1n], { base: 1, chosen: [2] })).toEqual({
    kind: "bars",
    bars: [
      { value: 3, label: "1" },
      { value: -1, label: "2", mark: 1 },
    ],
  });
  expect(barsPicture(Array(501).fill(1))).toEqual({ kind: "too large", amount: 501, of: "bars" });
});

test("an array that an answer rearranges stands beside it", () => {
  expect(rearrangedBars([2, 1], undefined)).toEqual(barsPicture([2, 1]));
  expect(rearrangedBars([2, 1], [1, 10n ** 400n])).toMatchObject({
    kind: "parts",
    parts: [
      { caption: "as given", picture: { bars: [{ value: 2 }, { value: 1 }] } },
      { picture: { bars: [{ value: 1 }, { value: Number.MAX_VALUE }] } },
    ],
  });
});

test("parts keep their captions", () => {
  expect(partsPicture({ before: barsPicture([1]) })).toMatchObject({
    kind: "parts",
    parts: [{ caption: "before", picture: { kind: "bars" } }],
  });
});

test("points that an interval problem tells of stand above the intervals", () => {
  expect(intervalsPicture([[3, 5]], { points: [[4, "≤ 1"]] })).toMatchObject({
    points: [{ x: 4, y: 1, label: "≤ 1" }],
    lines: [
      {
        through: [
          [3, 0],
          [5, 0],
        ],
      },
    ],
  });
});

test("a lattice, but for some of its points", () => {
  expect(latticePicture(1, 1, [[1, 0]])).toMatchObject({
    points: [
      { x: 0, y: 0 },
      { x: 0, y: 1 },
      { x: 1, y: 1 },
    ],
  });
  expect(latticePicture(1e6, 1e6)).toMatchObject({ kind: "too large", of: "points" });
});
