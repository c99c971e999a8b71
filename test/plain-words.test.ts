import { expect, test } from "vitest";
import { z } from "zod";
import { inPlainWords } from "../src/plain-words.ts";

test.each<[z.ZodType, unknown, string]>([
  [z.string(), undefined, "is missing"],
  [z.string(), 5, "must be a text"],
  [z.int(), "5", "must be a number"],
  [z.int(), 1.5, "must be an integer"],
  [z.number(), Infinity, "is infinite"],
  [z.array(z.int()), {}, "must be a list"],
  [z.object({}), [], "must be an object"],
  [z.boolean(), 1, "must be true or false"],
  [z.int().min(2), 1, "must be at least 2"],
  [z.number().positive(), 0, "must be greater than 0"],
  [z.int().max(2), 3, "must be at most 2"],
  [z.string().min(1), "", "must not be empty"],
  [z.string().max(2), "abc", "must have at most 2 characters"],
  [z.array(z.int()).min(2), [1], "must have at least 2 elements"],
  [z.enum(["a", "b"]), "c", "must be a or b"],
  [z.strictObject({}), { a: 1, b: 2 }, "may not have a, b"],
  [z.union([z.int(), z.string()]), true, "has none of the forms allowed"],
  [z.string("needs a name"), 5, "needs a name"],
])("what is wrong is told in plain words: %#", (schema, value, message) => {
  expect(schema.safeParse(value, { error: inPlainWords }).error?.issues[0].message).toBe(message);
});
