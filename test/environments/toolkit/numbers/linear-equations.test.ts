import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dotProduct,
  integerSolution,
} from "../../../../src/environments/toolkit/numbers/linear-equations.ts";

const small = fc.integer({ min: -6, max: 6 });

test("equations that integers satisfy are solved, whatever their rank", () => {
  const equations = fc.integer({ min: 1, max: 5 }).chain((unknownCount) => {
    const row = fc.array(small, { minLength: unknownCount, maxLength: unknownCount });
    return fc.tuple(row, fc.array(row, { maxLength: 7 }));
  });
  fc.assert(
    fc.property(equations, ([planted, rows]) => {
      const results = rows.map((row) => Number(dotProduct(row, planted.map(BigInt))));
      const solution = integerSolution({ unknownCount: planted.length, rows, results });
      expect(solution).toHaveLength(planted.length);
      expect(rows.map((row) => Number(dotProduct(row, solution ?? [])))).toEqual(results);
    }),
  );
});

test("there is no solution where there is none in integers, or none at all", () => {
  expect(integerSolution({ unknownCount: 2, rows: [[2, 4]], results: [3] })).toBeUndefined();
  const rows = [
    [1, 1],
    [2, 2],
  ];
  expect(integerSolution({ unknownCount: 2, rows, results: [1, 3] })).toBeUndefined();
  expect(integerSolution({ unknownCount: 2, rows, results: [1, 2] })).toBeDefined();
});
