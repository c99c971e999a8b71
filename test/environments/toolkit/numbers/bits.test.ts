import { expect, test } from "vitest";
import { bitLength } from "../../../../src/environments/toolkit/numbers/bits.ts";

test("the bit length is the length of the binary notation", () => {
  expect(bitLength(0)).toBe(0);
  for (const value of [1, 2, 7, 8, 2 ** 31, 2 ** 32 - 1]) {
    expect(bitLength(value)).toBe(value.toString(2).length);
  }
});
