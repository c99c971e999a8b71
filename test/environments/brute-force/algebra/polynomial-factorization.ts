import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { multisets, range, toIntegers } from "../enumerations.ts";
import { valueAt } from "../polynomials.ts";

interface PolynomialFactorization {
  N: number;
  gold_answer: number[];
  coefficients: bigint[];
}

export const polynomialFactorization = bruteForce<PolynomialFactorization>(
  "PolynomialFactorization",
  [{ N: 3 }, { N: 4 }],
  ({ N, gold_answer, coefficients }, answer) => {
    const points = range(0, N);
    const values = points.map((x) => valueAt(coefficients.map(Number), x));
    // Polynomials of degree N that agree at N + 1 points are the same.
    const fitting = [...multisets(range(-N, N), N)].filter((roots) =>
      points.every(
        (x, at) => roots.reduce((product, root) => product * (x - root), 1) === values[at],
      ),
    );
    const sorted = (roots: number[]) => roots.toSorted((a, b) => a - b);
    expect(fitting).toEqual([sorted(gold_answer)]);
    expect(sorted(toIntegers(answer))).toEqual(sorted(gold_answer));
  },
);
