import { expect, test } from "vitest";
import { reverseText } from "../../../../src/environments/toolkit/text/reverse.ts";

test("reads a text backwards", () => {
  expect(reverseText("")).toBe("");
  expect(reverseText("abc")).toBe("cba");
});
