import { expect, test } from "vitest";
import {
  placeholderLines,
  placeholders,
} from "../../../../src/environments/toolkit/text/placeholders.ts";

test("as many letters as there are values; dots only where some are left out", () => {
  expect(placeholders(1)).toBe("a");
  expect(placeholders(2, "i")).toBe("i j");
  expect(placeholders(5)).toBe("a b c d e");
  expect(placeholders(6)).toBe("a b c …");
});

test("as many lines as there are; dots only where some are left out", () => {
  expect(placeholderLines("l r", 1)).toBe("l r");
  expect(placeholderLines("l r", 3)).toBe("l r\nl r\nl r");
  expect(placeholderLines("l r", 4)).toBe("l r\nl r\n…");
  expect(placeholderLines("l r")).toBe("l r\nl r\n…");
});
