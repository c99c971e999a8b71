import { expect, test } from "vitest";
import {
  bigMax,
  bigMin,
  ceilDivide,
  floorDivide,
} from "../../../../src/environments/toolkit/numbers/division.ts";
import { bigExtendedGcd } from "../../../../src/environments/toolkit/numbers/extended-gcd.ts";

const SMALL = Array.from({ length: 25 }, (_, index) => index - 12);

test("quotients are rounded down and up for all signs", () => {
  for (const a of SMALL) {
    for (const b of SMALL.filter((value) => value !== 0)) {
      expect(floorDivide(BigInt(a), BigInt(b))).toBe(BigInt(Math.floor(a / b)));
      expect(ceilDivide(BigInt(a), BigInt(b))).toBe(BigInt(Math.ceil(a / b)));
    }
  }
  expect([bigMin(2n, 3n), bigMax(2n, 3n)]).toEqual([2n, 3n]);
});

test("extended Euclid for all signs", () => {
  for (const a of SMALL.map(BigInt)) {
    for (const b of SMALL.map(BigInt)) {
      const [g, x, y] = bigExtendedGcd(a, b);
      expect(a * x + b * y).toBe(g);
      expect(g >= 0n).toBe(true);
      if (g > 0n) expect([a % g, b % g]).toEqual([0n, 0n]);
    }
  }
});
