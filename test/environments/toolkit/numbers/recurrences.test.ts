import { describe, expect, it } from "vitest";
import {
  shortestRecurrence,
  termOfRecurrence,
} from "../../../../src/environments/toolkit/numbers/recurrences.ts";

/** The terms of a sequence that begins so and goes on by a recurrence. */
function extend(recurrence: number[], first: number[], count: number, modulus: number): number[] {
  const terms = [...first];
  while (terms.length < count) {
    const next = recurrence.reduce((sum, c, back) => sum + c * terms[terms.length - 1 - back], 0);
    terms.push(next % modulus);
  }
  return terms;
}

describe("a linear recurrence", () => {
  it("is found from twice as many terms, also where the first are 0", () => {
    expect(shortestRecurrence([0, 1, 1, 2, 3, 5, 8, 13], 101)).toEqual([1, 1]);
    expect(shortestRecurrence([0, 0, 0], 101)).toEqual([]);
    const recurrence = [3, 0, 97, 5, 12];
    const terms = extend(recurrence, [0, 0, 0, 7, 1], 10, 101);
    expect(shortestRecurrence(terms, 101)).toEqual(recurrence);
  });

  it("gives any term, by the definition", () => {
    const recurrence = [3, 0, 9_999, 5, 12];
    const terms = extend(recurrence, [4, 0, 2, 7, 1], 200, 10_000);
    for (const index of [0, 4, 5, 6, 63, 64, 199]) {
      const first = terms.slice(0, 5);
      expect(termOfRecurrence(recurrence, first, BigInt(index), 10_000)).toBe(terms[index]);
    }
    // The Fibonacci numbers have the period 15000 modulo 10000.
    expect(termOfRecurrence([1, 1], [0, 1], 15_000n * 10n ** 30n + 20n, 10_000)).toBe(6_765);
  });

  it("takes no modulus whose sums would not be safe", () => {
    expect(() => termOfRecurrence([1, 1], [0, 1], 9n, 2 ** 21)).toThrow(RangeError);
  });
});
