import { expect, test } from "vitest";
import { quote, shorten, shortenName, toMessage } from "../src/wording.ts";

test("texts are cut where they are longer than a message should show", () => {
  expect(shorten("short")).toBe("short");
  expect(shorten("x".repeat(300))).toBe("x".repeat(300));
  expect(shorten("x".repeat(301))).toBe(`${"x".repeat(300)}…`);
  expect(shorten("abcd", 3)).toBe("abc…");
  // Never inside of a character that takes two units.
  expect(shorten("ab😀d", 3)).toBe("ab…");
  expect(shorten("a😀cd", 3)).toBe("a😀…");
});

test("names are cut and quoted", () => {
  expect(quote("Sortng")).toBe("'Sortng'");
  expect(quote("x".repeat(1000))).toBe(`'${"x".repeat(60)}…'`);
  expect(shortenName("x".repeat(61))).toBe(`${"x".repeat(60)}…`);
});

test("whatever was thrown has a message", () => {
  expect(toMessage(new Error("no"))).toBe("no");
  expect(toMessage("no")).toBe("no");
  expect(toMessage(undefined)).toBe("undefined");
});
