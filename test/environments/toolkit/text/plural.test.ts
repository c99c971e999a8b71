import { expect, test } from "vitest";
import { formatCount } from "../../../../src/environments/toolkit/text/plural.ts";

test("one is singular, every other count plural", () => {
  expect(formatCount(1, "swap")).toBe("1 swap");
  expect(formatCount(0, "swap")).toBe("0 swaps");
  expect(formatCount(2n, "vertex", "vertices")).toBe("2 vertices");
  expect(formatCount(1n, "vertex", "vertices")).toBe("1 vertex");
});
