import fc from "fast-check";
import { expect, test } from "vitest";
import {
  determinant,
  determinantModulo,
  identityMatrix,
  multiplyByPower,
  multiplyMatrices,
  powerOfMatrix,
} from "../../../../src/environments/toolkit/numbers/matrices.ts";

/** Laplace's expansion along the first row. */
function byExpansion(matrix: readonly (readonly number[])[]): number {
  if (matrix.length === 0) return 1;
  return matrix[0].reduce((sum, value, column) => {
    const minor = matrix.slice(1).map((row) => row.toSpliced(column, 1));
    return sum + (column % 2 === 0 ? 1 : -1) * value * byExpansion(minor);
  }, 0);
}

const smallMatrix = fc.integer({ min: 0, max: 4 }).chain((size) =>
  fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

test("determinants, exact and modulo anything, are Laplace's", () => {
  fc.assert(
    fc.property(smallMatrix, fc.integer({ min: 1, max: 60 }), (matrix, modulus) => {
      const expected = byExpansion(matrix);
      expect(determinant(matrix.map((row) => row.map(BigInt)))).toBe(BigInt(expected));
      const rest = ((expected % modulus) + modulus) % modulus;
      expect(determinantModulo(matrix, modulus)).toBe(rest);
    }),
  );
});

test("powers of a matrix: Fibonacci numbers", () => {
  const step = [
    [1, 1],
    [1, 0],
  ];
  expect(powerOfMatrix(step, 10, 1000)[0][1]).toBe(55);
  expect(powerOfMatrix(step, 0, 7)).toEqual(identityMatrix(2, 7));
  expect(multiplyMatrices([[1, 2]], [[3], [4]], 10)).toEqual([[1]]);
  const prime = 998_244_353;
  expect(multiplyMatrices([[prime - 1, 2]], [[prime - 1], [4]], prime)).toEqual([[9]]);
  expect(multiplyByPower([1, 0], step, 10, 1000)).toEqual(powerOfMatrix(step, 10, 1000)[0]);
  expect(multiplyByPower([3, 4], step, 0, 1000)).toEqual([3, 4]);
});
