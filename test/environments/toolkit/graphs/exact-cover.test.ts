import fc from "fast-check";
import { expect, test } from "vitest";
import { exactCover } from "../../../../src/environments/toolkit/graphs/exact-cover.ts";
import { range, subsets } from "../../brute-force/enumerations.ts";

const ELEMENTS = range(0, 5);
const set = fc
  .uniqueArray(fc.constantFrom(...ELEMENTS), { minLength: 1, maxLength: 3 })
  .map((elements) => elements.sort());

test("the sets cover each element once, and none are found only where there are none", () => {
  fc.assert(
    fc.property(fc.array(set, { maxLength: 9 }), (sets) => {
      const covers = (chosen: number[]) =>
        String(chosen.flatMap((index) => sets[index]).sort()) === String(ELEMENTS);
      const found = exactCover(ELEMENTS.length, sets);
      if (found === undefined) {
        expect([...subsets(range(0, sets.length - 1))].filter(covers)).toEqual([]);
      } else {
        expect(covers(found)).toBe(true);
      }
    }),
  );
});
