import { expect, test } from "vitest";
import { bitLength, popCount } from "../../../../src/environments/toolkit/numbers/bits.ts";

test("the bit length is the length of the binary notation", () => {
  expect(bitLength(0)).toBe(0);
  for (const value of [1, 2, 7, 8, 2 ** 31, 2 ** 32 - 1]) {
    expect(bitLength(value)).toBe(value.toString(2).length);
  }
});

test("binary digits 1 of 32-bit integers", () => {
  for (const value of [0, 1, 2, 255, 0x12345678, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1]) {
    expect(popCount(value)).toBe(value.toString(2).replaceAll("0", "").length);
  }
  expect(popCount(-1)).toBe(32);
});
