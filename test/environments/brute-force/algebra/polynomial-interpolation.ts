import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";
import { valueAt } from "../polynomials.ts";

export const polynomialInterpolation = bruteForce<{
  N: number;
  coeffs: number[];
  X: number[];
  Y: bigint[];
}>("PolynomialInterpolation", [{ N: 2 }, { N: 3 }], ({ N, coeffs, X, Y }, answer) => {
  const fitting = [...sequences(range(-5, 5), N + 1)].filter((candidate) =>
    X.every((x, index) => valueAt(candidate, x) === Number(Y[index])),
  );
  expect(fitting).toEqual([coeffs]);
  expect(toIntegers(answer)).toEqual(coeffs);
});
