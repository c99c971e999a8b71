import { expect, test } from "vitest";
import { integerTexts } from "../../../../src/environments/toolkit/answer-forms/integer-texts.ts";

const pair = integerTexts(2);

test("reads integers as canonical text", () => {
  expect(pair.parse(" 12\n-3 ")).toEqual(["12", "-3"]);
  expect(pair.parse("+007 -0_0")).toEqual(["7", "0"]);
  expect(pair.parse("1_000 -0_5")).toEqual(["1000", "-5"]);
});

test("another number of integers, or other text, is malformed", () => {
  expect(pair.parse("")).toBeNull();
  expect(pair.parse("1")).toBeNull();
  expect(pair.parse("1 2 3")).toBeNull();
  expect(pair.parse("1 2.0")).toBeNull();
  expect(pair.parse("1 _2")).toBeNull();
});

test("every digit of a very long integer counts", () => {
  const zeros = "0".repeat(100_000);
  expect(pair.parse(`1${zeros} 1${zeros}`)).toEqual([`1${zeros}`, `1${zeros}`]);
  expect(pair.parse(`${zeros}1 ${zeros}`)).toEqual(["1", "0"]);
});
