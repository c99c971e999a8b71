import fc from "fast-check";
import { expect, test } from "vitest";
import {
  parseAll,
  splitTokens,
} from "../../../../src/environments/toolkit/answer-forms/answer-form.ts";
import { parseInteger } from "../../../../src/environments/toolkit/numbers/parse.ts";
import { scanIntegers } from "../../../../src/environments/toolkit/numbers/scan-integers.ts";

const slow = (text: string) => parseAll(splitTokens(text), parseInteger);

test.each(["", " ", "1", "-1 2", "  3   4 ", "-0 0", "007", "999999999999999 -999999999999999"])(
  "%j is read as the general way reads it",
  (text) => {
    expect(scanIntegers(text)).toEqual(slow(text));
  },
);

test.each(["9999999999999999", "1_000", "+1", "1\n2", "1\t2", "-", "1-2", "a", "1.0", "--1"])(
  "%j is left to the general way",
  (text) => {
    expect(scanIntegers(text)).toBe(null);
  },
);

test("what is read at all is read rightly", () => {
  const text = fc.string({ unit: fc.constantFrom(..."0123456789- -  +_\n"), maxLength: 60 });
  fc.assert(
    fc.property(text, (some) => {
      const scanned = scanIntegers(some);
      if (scanned !== null) expect(scanned).toEqual(slow(some));
    }),
    { numRuns: 2000 },
  );
});
