import { expect, test } from "vitest";
import { ascending } from "../../../../src/environments/toolkit/numbers/ascending.ts";

test("sorts numbers as numbers, and leaves the original as it is", () => {
  const values = [10, 9, -1, 2, 9];
  expect(ascending(values)).toEqual([-1, 2, 9, 9, 10]);
  expect(values).toEqual([10, 9, -1, 2, 9]);
});
