import fc from "fast-check";
import { expect, test } from "vitest";
import { countInversions } from "../../../../src/environments/toolkit/sequences/inversions.ts";

test("counts the pairs that stand in the wrong order", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 20 }), (values) => {
      const pairs = values.flatMap((value, index) =>
        values.slice(index + 1).filter((later) => later < value),
      );
      expect(countInversions(values)).toBe(pairs.length);
    }),
  );
});
