import fc from "fast-check";
import { expect, test } from "vitest";
import { extendedGcd } from "../../../../src/environments/toolkit/numbers/extended-gcd.ts";
import { gcd } from "../../../../src/environments/toolkit/numbers/gcd.ts";

test("gives the greatest common divisor and coefficients for it", () => {
  const natural = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(natural, natural, (a, b) => {
      fc.pre(a + b > 0);
      const [g, x, y] = extendedGcd(a, b);
      expect(g).toBe(gcd(a, b));
      expect(a * x + b * y).toBe(g);
    }),
  );
  expect(extendedGcd(0, 7)).toEqual([7, 0, 1]);
  expect(extendedGcd(7, 0)).toEqual([7, 1, 0]);
});
