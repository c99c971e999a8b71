import { expect, test } from "vitest";
import {
  add,
  floor,
  formatRational,
  greatestCommonDivisor,
  multiply,
  raise,
  toNumber,
  toRational,
  ZERO,
} from "../../../../src/environments/engines/expressions/rational.ts";

function fraction(numerator: number, denominator = 1) {
  const value = toRational(BigInt(numerator), BigInt(denominator));
  if (value === undefined) throw new Error("no such fraction");
  return value;
}

test("fractions are in lowest terms with a positive denominator", () => {
  expect(toRational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
  expect(toRational(0n, -4n)).toEqual(ZERO);
  expect(toRational(1n, 0n)).toBeUndefined();
});

test("sums, products and powers are exact", () => {
  expect(add(fraction(1, 6), fraction(1, 3))).toEqual(fraction(1, 2));
  expect(multiply(fraction(2, 3), fraction(-9, 4))).toEqual(fraction(-3, 2));
  expect(raise(fraction(-2, 3), -3n)).toEqual(fraction(-27, 8));
  expect(raise(ZERO, 0n)).toEqual(fraction(1));
  expect(raise(ZERO, -1n)).toBeUndefined();
  expect(raise(fraction(-1), 10n ** 30n + 1n)).toEqual(fraction(-1));
});

test("what is too long is given up, before it is computed", () => {
  expect(raise(fraction(9), 10n ** 18n)).toBeUndefined();
  expect(toRational(1n << 1000n)).toBeUndefined();
  expect(toRational((1n << 1000n) - 1n)).toBeDefined();
  const long = fraction(3);
  const power = raise(long, 600n);
  expect(power && multiply(power, power)).toBeUndefined();
});

test("floors, common divisors, doubles and texts", () => {
  expect([floor(fraction(-1, 2)), floor(fraction(7, 2)), floor(fraction(-3))]).toEqual([
    -1n,
    3n,
    -3n,
  ]);
  expect(greatestCommonDivisor(fraction(1, 2), fraction(-3, 4))).toEqual(fraction(1, 4));
  expect(greatestCommonDivisor(ZERO, fraction(-3))).toEqual(fraction(3));
  expect(toNumber(fraction(-3, 4))).toBe(-0.75);
  expect([formatRational(fraction(-3, 4)), formatRational(fraction(5))]).toEqual(["-3/4", "5"]);
});
