import { expect, test } from "vitest";
import { placeholders } from "../../../../src/environments/toolkit/text/placeholders.ts";

test("as many letters as there are values; dots only where some are left out", () => {
  expect(placeholders(1)).toBe("a");
  expect(placeholders(2, "i")).toBe("i j");
  expect(placeholders(5)).toBe("a b c d e");
  expect(placeholders(6)).toBe("a b c …");
});
