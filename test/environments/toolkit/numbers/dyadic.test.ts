import fc from "fast-check";
import { expect, test } from "vitest";
import { fromDyadic, toDyadic } from "../../../../src/environments/toolkit/numbers/dyadic.ts";

test("takes doubles apart exactly", () => {
  expect(toDyadic(-2.75)).toEqual({ numerator: -11n, bits: 2 });
  expect(toDyadic(0)).toEqual({ numerator: 0n, bits: 0 });
  expect(toDyadic(1e22)).toEqual({ numerator: 10n ** 22n, bits: 0 });
  expect(toDyadic(5e-324)).toEqual({ numerator: 1n, bits: 1074 });
});

test("puts every finite double together again", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(fromDyadic(toDyadic(value))).toBe(value + 0); // −0 becomes 0
    }),
  );
});

test("rounds to the nearest double, ties to even, as JavaScript rounds integers", () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.nat(300), (numerator, bits) => {
      const long = (numerator << 300n) + 1n;
      expect(fromDyadic({ numerator, bits: 0 })).toBe(Number(numerator));
      expect(fromDyadic({ numerator: long, bits })).toBe(Number(long) / 2 ** bits);
    }),
  );
  const tie = (2n ** 53n + 1n) << 200n;
  expect(fromDyadic({ numerator: tie, bits: 200 })).toBe(2 ** 53);
  expect(fromDyadic({ numerator: tie + 1n, bits: 200 })).toBe(2 ** 53 + 2);
});

test("passes the range of doubles without failing", () => {
  expect(fromDyadic({ numerator: 1n << 5000n, bits: 0 })).toBe(Number.POSITIVE_INFINITY);
  expect(fromDyadic({ numerator: -1n << 5000n, bits: 0 })).toBe(Number.NEGATIVE_INFINITY);
  expect(fromDyadic({ numerator: 1n << 5000n, bits: 4999 })).toBe(2);
  expect(fromDyadic({ numerator: 3n, bits: 100_000 })).toBe(0);
});
