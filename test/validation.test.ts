import { expect, test } from "vitest";
import { z } from "zod";
import { integersFrom } from "../src/environments/toolkit/schemas/integers.ts";
import { isWithin, validate } from "../src/validation.ts";

test.each([
  ["elements of another type", z.array(z.string())],
  ["elements out of range", integersFrom(5)],
  ["elements with unknown keys", z.array(z.strictObject({ a: z.int() }))],
])("a list of wrong %s is left at its first", (_what, schema) => {
  const { error } = validate(schema, [1, 2, 3, 4]);
  expect(error?.issues.map(({ path }) => path)).toEqual([[0]]);
});

test("what is right is as the schema gives it", () => {
  expect(validate(z.object({ a: z.int().default(3) }), { b: 1 }).data).toEqual({ a: 3 });
});

test("an amount counts values of all kinds, and characters of texts", () => {
  const data = { a: [1, "four", null], b: "" };
  expect(isWithin(data, { values: 6, characters: 4 })).toBe(true);
  expect(isWithin(data, { values: 5, characters: 4 })).toBe(false);
  expect(isWithin(data, { values: 6, characters: 3 })).toBe(false);
});
