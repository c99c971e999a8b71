import { expect, test } from "vitest";
import { permutationCycles } from "../../../../src/environments/toolkit/sequences/permutation-cycles.ts";

test("finds the cycles longer than 1, each from its least element on", () => {
  expect(permutationCycles([2, 1, 4, 5, 0, 3])).toEqual([
    [0, 2, 4],
    [3, 5],
  ]);
  expect(permutationCycles([0, 1, 2])).toEqual([]);
});
