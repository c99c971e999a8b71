import { expect, test } from "vitest";
import { randomComposition } from "../../../../src/environments/toolkit/random/compositions.ts";
import { Random } from "../../../../src/environments/toolkit/random/random.ts";

test("draws every sequence of positive integers with the sum", () => {
  const random = new Random("compositions");
  const drawn = new Set(
    Array.from({ length: 300 }, () => randomComposition(5, 3, random).join(" ")),
  );
  expect([...drawn].sort()).toEqual(["1 1 3", "1 2 2", "1 3 1", "2 1 2", "2 2 1", "3 1 1"]);
});

test("gives the only sequence where there is but one", () => {
  const random = new Random("compositions");
  expect(randomComposition(7, 1, random)).toEqual([7]);
  expect(randomComposition(3, 3, random)).toEqual([1, 1, 1]);
  expect(() => randomComposition(2, 3, random)).toThrow(RangeError);
});
