import { expect, test } from "vitest";
import { findAlphabetFault } from "../../../../src/environments/toolkit/faults/alphabet.ts";

test("a text of the alphabet's characters has no fault", () => {
  expect(findAlphabetFault("", "ab")).toBeUndefined();
  expect(findAlphabetFault("abba", "ab")).toBeUndefined();
});

test("the first foreign character is named by its index", () => {
  expect(findAlphabetFault("ab ac", "ab")).toBe("the character at index 2 is not a or b");
  expect(findAlphabetFault("\uD800", "01x")).toBe("the character at index 0 is not 0, 1 or x");
});
