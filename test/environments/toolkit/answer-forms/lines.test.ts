import { expect, test } from "vitest";
import { integerLines } from "../../../../src/environments/toolkit/answer-forms/integers.ts";
import { lines } from "../../../../src/environments/toolkit/answer-forms/text.ts";

test("lines are trimmed, and blank ones skipped", () => {
  expect(lines.parse(" 01 \r\n\n 1 0\n")).toEqual(["01", "1 0"]);
  expect(lines.parse(" \n")).toEqual([]);
});

test("so many lines of integers, no more and no fewer", () => {
  const { parse } = integerLines(2);
  expect(parse("1 2\n\n3\n")).toEqual([[1, 2], [3]]);
  expect(parse("1 2")).toBeNull();
  expect(parse("1\n2\n3")).toBeNull();
  expect(parse("1 2\nx")).toBeNull();
});
