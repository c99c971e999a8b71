import { expect, test } from "vitest";
import { formatSeries } from "../../../../src/environments/toolkit/text/series.ts";

test("dots stand for members that are left out, and only for them", () => {
  const name = (index: number) => `a_${index}`;
  expect(formatSeries(1, name)).toBe("a_0");
  expect(formatSeries(3, name)).toBe("a_0, a_1, a_2");
  expect(formatSeries(4, name)).toBe("a_0, a_1, …, a_3");
  expect(formatSeries(12, name, " + ")).toBe("a_0 + a_1 + … + a_11");
});
