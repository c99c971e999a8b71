import { expect, test } from "vitest";
import { integerFrom } from "../../../../src/environments/toolkit/schemas/integers.ts";
import { once } from "../../../../src/environments/toolkit/schemas/once.ts";

test("the same arguments give the same schema, others another", () => {
  const made: string[] = [];
  const make = once((min: number, max?: number) => {
    made.push(`${min} to ${max}`);
    return { min, max };
  });
  expect(make(1, 2)).toBe(make(1, 2));
  expect(make(1)).toEqual({ min: 1, max: undefined });
  expect(make(12)).not.toBe(make(1, 2));
  expect(made).toEqual(["1 to 2", "1 to undefined", "12 to undefined"]);
});

test("schemas of fields are shared by environments", () => {
  expect(integerFrom(2, 500)).toBe(integerFrom(2, 500));
  expect(integerFrom(0).safeParse(-1).error?.issues[0]?.message).toBe("must be at least 0");
});
