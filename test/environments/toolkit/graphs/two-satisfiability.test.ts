import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Literal,
  solveTwoSat,
} from "../../../../src/environments/toolkit/graphs/two-satisfiability.ts";

const VARIABLE_COUNT = 4;
const literal: fc.Arbitrary<Literal> = fc.tuple(fc.nat(VARIABLE_COUNT - 1), fc.boolean());

function isSatisfied(clauses: readonly (readonly [Literal, Literal])[], values: boolean[]) {
  return clauses.every((clause) =>
    clause.some(([variable, isPositive]) => values[variable] === isPositive),
  );
}

test("finds values exactly when there are some", () => {
  const everyValues = Array.from({ length: 2 ** VARIABLE_COUNT }, (_, bits) =>
    Array.from({ length: VARIABLE_COUNT }, (_, variable) => ((bits >> variable) & 1) === 1),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(literal, literal), { maxLength: 14 }), (clauses) => {
      const values = solveTwoSat(VARIABLE_COUNT, clauses);
      if (values === undefined) {
        expect(everyValues.some((candidate) => isSatisfied(clauses, candidate))).toBe(false);
      } else {
        expect(values).toHaveLength(VARIABLE_COUNT);
        expect(isSatisfied(clauses, values)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a literal may stand twice in a clause, and no variable is no problem", () => {
  expect(
    solveTwoSat(1, [
      [
        [0, true],
        [0, true],
      ],
    ]),
  ).toEqual([true]);
  expect(
    solveTwoSat(1, [
      [
        [0, true],
        [0, true],
      ],
      [
        [0, false],
        [0, false],
      ],
    ]),
  ).toBeUndefined();
  expect(solveTwoSat(0, [])).toEqual([]);
});
