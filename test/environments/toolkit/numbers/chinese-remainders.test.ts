import { expect, test } from "vitest";
import { combineRemainders } from "../../../../src/environments/toolkit/numbers/chinese-remainders.ts";

test("the integer with given remainders", () => {
  expect(combineRemainders([2, 3, 2], [3, 5, 7])).toBe(23n);
  const value = 12_345_678_901_234_567_890n;
  const primes = [67_108_859, 67_108_837, 67_108_819];
  const remainders = primes.map((prime) => Number(value % BigInt(prime)));
  expect(combineRemainders(remainders, primes)).toBe(value);
  expect(combineRemainders([], [])).toBe(0n);
});
