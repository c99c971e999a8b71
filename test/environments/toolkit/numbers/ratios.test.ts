import { expect, test } from "vitest";
import { lowestTerms } from "../../../../src/environments/toolkit/numbers/ratios.ts";

test("lowest terms have no common divisor and keep the sign", () => {
  expect(lowestTerms(6n, 4n)).toEqual([3n, 2n]);
  expect(lowestTerms(-6n, 4n)).toEqual([-3n, 2n]);
  expect(lowestTerms(0n, 7n)).toEqual([0n, 1n]);
  expect(lowestTerms(10n ** 40n, 10n ** 39n)).toEqual([10n, 1n]);
});
