import { expect, test } from "vitest";
import { formatSeries, indexedSeries } from "../../../../src/environments/toolkit/text/series.ts";

test("dots stand for members that are left out, and only for them", () => {
  const name = (index: number) => `a_${index}`;
  expect(formatSeries(1, name)).toBe("a_0");
  expect(formatSeries(3, name)).toBe("a_0, a_1, a_2");
  expect(formatSeries(4, name)).toBe("a_0, a_1, …, a_3");
  expect(formatSeries(12, name, " + ")).toBe("a_0 + a_1 + … + a_11");
});

test("an indexed series, from any index, with any separator", () => {
  expect(indexedSeries("A", 3, 1)).toBe("A[1], A[2], A[3]");
  expect(indexedSeries("p", 5)).toBe("p[0], p[1], …, p[4]");
  expect(indexedSeries("X", 2, 1, " + ")).toBe("X[1] + X[2]");
});
