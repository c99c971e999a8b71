import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range, sequences, toIntegers } from "../enumerations.ts";
import { valueAt } from "../polynomials.ts";

interface PolynomialRemainder {
  N: number;
  M: number;
  P_coeffs: number[];
  Q_coeffs: number[];
  S_coeffs: number[];
}

export const polynomialRemainder = bruteForce<PolynomialRemainder>(
  "PolynomialRemainder",
  [
    { N: 2, M: 2 },
    { N: 3, M: 2 },
    { N: 3, M: 3 },
  ],
  ({ N, M, P_coeffs, Q_coeffs, S_coeffs }, answer) => {
    const points = range(0, N);
    const remainders: number[][] = [];
    for (const R of sequences(range(-5, 5), N - M + 1)) {
      // What is left of P at the points, where S is to have these values.
      const left = points.map((x) => valueAt(P_coeffs, x) - valueAt(Q_coeffs, x) * valueAt(R, x));
      for (const S of sequences(range(-5, 5), M)) {
        if (points.every((x, index) => valueAt(S, x) === left[index])) remainders.push(S);
      }
    }
    expect(remainders).toEqual([S_coeffs]);
    expect(toIntegers(answer)).toEqual(S_coeffs);
  },
);
