import fc from "fast-check";
import { expect, test } from "vitest";
import { lightestSimplePath } from "../../../../src/environments/toolkit/graphs/lightest-simple-path.ts";
import { permutations, range } from "../../brute-force/enumerations.ts";

const SIZE = 5;
const cost = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(Number.POSITIVE_INFINITY));
const costs = fc.array(fc.array(cost, { minLength: SIZE, maxLength: SIZE }), {
  minLength: SIZE,
  maxLength: SIZE,
});

test.each([true, false])("visiting all %s: as light as exhaustion finds", (visitsAll) => {
  fc.assert(
    fc.property(costs, (matrix) => {
      const weigh = (path: readonly number[]) =>
        path.slice(1).reduce((sum, to, step) => sum + matrix[path[step]][to], 0);
      const orders = [...permutations(range(0, SIZE - 1))];
      const paths = visitsAll
        ? orders
        : orders.flatMap((order) => range(1, SIZE).map((length) => order.slice(0, length)));
      const least = Math.min(...paths.map(weigh));
      const path = lightestSimplePath(matrix, { visitsAll });
      if (path === undefined) {
        expect(least).toBe(Number.POSITIVE_INFINITY);
      } else {
        expect(new Set(path).size).toBe(visitsAll ? SIZE : path.length);
        expect(weigh(path)).toBe(least);
      }
    }),
  );
});
