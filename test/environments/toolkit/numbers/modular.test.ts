import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bigPowerModulo,
  inverseModulo,
  multiplyModulo,
  powerModulo,
  remainder,
} from "../../../../src/environments/toolkit/numbers/modular.ts";

test("products modulo are exact below 2^53", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(2 ** 20, 2 ** 31 - 1, 2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER),
      fc.maxSafeNat(),
      fc.maxSafeNat(),
      (modulus, x, y) => {
        const [a, b] = [x % modulus, y % modulus];
        const exact = (BigInt(a) * BigInt(b)) % BigInt(modulus);
        expect(multiplyModulo(a, b, modulus)).toBe(Number(exact));
      },
    ),
  );
});

test("powers and inverses", () => {
  expect(powerModulo(3, 200, 13)).toBe(9);
  expect(powerModulo(5, 0, 1)).toBe(0);
  expect(bigPowerModulo(-3n, 3n, 1000n)).toBe(973n);
  const prime = 998_244_353;
  for (const value of [1, 2, 12_345, prime - 1]) {
    expect(multiplyModulo(value, inverseModulo(value, prime), prime)).toBe(1);
  }
  expect(inverseModulo(3, 10)).toBe(7);
  expect(() => inverseModulo(4, 10)).toThrow("no inverse");
});

test("remainders are never negative", () => {
  expect(remainder(-7, 5)).toBe(3);
  expect(remainder(-5, 5)).toBe(0);
  expect(Object.is(remainder(-5, 5), 0)).toBe(true);
  expect(remainder(-7n, 5n)).toBe(3n);
});
