import fc from "fast-check";
import { expect, test } from "vitest";
import {
  increasingSubsequences,
  longestNonDecreasingLength,
} from "../../../../src/environments/toolkit/sequences/monotone-subsequences.ts";

const sequences = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 12 });

/** The definition, in O(n²). */
function slowLengths(values: readonly number[], strict: boolean): number[] {
  const lengths: number[] = [];
  for (const value of values) {
    const before = lengths.filter(
      (_, earlier) => values[earlier] < value || (!strict && values[earlier] === value),
    );
    lengths.push(1 + Math.max(0, ...before));
  }
  return lengths;
}

test("lengths and predecessors describe longest increasing subsequences", () => {
  fc.assert(
    fc.property(sequences, fc.boolean(), (values, strict) => {
      const { length, predecessor } = increasingSubsequences(values, { strict });
      expect(length).toEqual(slowLengths(values, strict));
      for (const [index, before] of predecessor.entries()) {
        if (before === -1) {
          expect(length[index]).toBe(1);
          continue;
        }
        expect(before).toBeLessThan(index);
        expect(length[before]).toBe(length[index] - 1);
        if (strict) expect(values[before]).toBeLessThan(values[index]);
        else expect(values[before]).toBeLessThanOrEqual(values[index]);
      }
    }),
  );
});

test("the longest non-decreasing length counts equal values", () => {
  expect(longestNonDecreasingLength([])).toBe(0);
  expect(longestNonDecreasingLength([3, 1, 1, 2, 0, 2])).toBe(4);
});
