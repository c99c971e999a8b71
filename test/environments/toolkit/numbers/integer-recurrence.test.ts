import { expect, test } from "vitest";
import { integerRecurrence } from "../../../../src/environments/toolkit/numbers/integer-recurrence.ts";
import { remainder } from "../../../../src/environments/toolkit/numbers/modular.ts";

/** So many terms of an integer sequence, exactly. */
function termsOf(first: readonly bigint[], factors: readonly bigint[], count: number): bigint[] {
  const terms = [...first];
  while (terms.length < count) {
    terms.push(
      factors.reduce((sum, factor, back) => sum + factor * terms[terms.length - 1 - back], 0n),
    );
  }
  return terms;
}

test("the recurrence of integers is found modulo numbers that are not prime", () => {
  const cases: [first: bigint[], factors: bigint[]][] = [
    [
      [0n, 1n],
      [1n, 1n],
    ],
    [
      [1n, 2n, 5n],
      [3n, 0n, -7n],
    ],
    // Beyond one prime: the factors are put together from several.
    [
      [1n, 1n],
      [10n ** 20n + 7n, -(10n ** 9n)],
    ],
  ];
  for (const [first, factors] of cases) {
    const given = 2 * factors.length;
    const terms = termsOf(first, factors, given + 20);
    for (const modulus of [2, 12, 10_000]) {
      const found = integerRecurrence(
        (m) => terms.slice(0, given).map((term) => Number(remainder(term, BigInt(m)))),
        modulus,
      );
      expect(found.length).toBeLessThanOrEqual(factors.length);
      for (let n = given; n < terms.length; n++) {
        const next = found.reduce((sum, c, back) => sum + BigInt(c) * terms[n - 1 - back], 0n);
        expect(remainder(next - terms[n], BigInt(modulus))).toBe(0n);
      }
    }
  }
});
