import { expect, test } from "vitest";
import { countAgreements } from "../../../../src/environments/toolkit/sequences/positions.ts";

test("counts the positions at which two sequences agree, as far as both reach", () => {
  expect(countAgreements([1, 2, 3], [1, 3, 3])).toBe(2);
  expect(countAgreements(["a"], ["a", "b"])).toBe(1);
  expect(countAgreements([], [1])).toBe(0);
  expect(countAgreements("abca", "abba")).toBe(3);
});
