import { expect, test } from "vitest";
import { formatIndexed } from "../../../../src/environments/toolkit/text/indexed.ts";

test("each value stands with its index", () => {
  expect(formatIndexed("A", [4, -2])).toBe("A[0]=4 A[1]=-2");
  expect(formatIndexed("X", [7n], 1)).toBe("X[1]=7");
  expect(formatIndexed("A", [])).toBe("");
});
