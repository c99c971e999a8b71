import fc from "fast-check";
import { expect, test } from "vitest";
import { lightestCover } from "../../../../src/environments/toolkit/graphs/lightest-cover.ts";
import { range, subsets } from "../../brute-force/enumerations.ts";

const ELEMENTS = range(0, 5);
const set = fc.tuple(fc.subarray(ELEMENTS, { minLength: 1 }), fc.integer({ min: 1, max: 9 }));

test("sets that cover all elements, as light as exhaustion finds, below the limit", () => {
  fc.assert(
    fc.property(
      fc.array(set, { maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      (pairs, limit) => {
        const [sets, costs] = [pairs.map(([elements]) => elements), pairs.map(([, cost]) => cost)];
        const weigh = (chosen: readonly number[]) => chosen.reduce((sum, at) => sum + costs[at], 0);
        const covers = (chosen: readonly number[]) =>
          new Set(chosen.flatMap((at) => sets[at])).size === ELEMENTS.length;
        const least = Math.min(...[...subsets([...sets.keys()])].filter(covers).map(weigh));
        const found = lightestCover({ elementCount: ELEMENTS.length, sets, costs }, limit);
        if (found === undefined) {
          expect(least).toBeGreaterThanOrEqual(limit);
        } else {
          expect(covers(found)).toBe(true);
          expect(weigh(found)).toBe(least);
          expect(least).toBeLessThan(limit);
        }
      },
    ),
  );
});
