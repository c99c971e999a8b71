import { expect } from "vitest";
import { bruteForce } from "../brute-force.ts";
import { range } from "../enumerations.ts";
import { valueAt } from "../polynomials.ts";

interface PolynomialMinimum {
  coeffs: bigint[];
  reference_answer: number;
  reference_value: number;
  worst_value: number;
}

export const polynomialMinimum = bruteForce<PolynomialMinimum>(
  "PolynomialMinimum",
  [{ N: 2 }, { N: 4 }, { N: 6 }],
  ({ coeffs, reference_answer, reference_value, worst_value }, answer) => {
    const f = (x: number) => valueAt(coeffs.map(Number), x);
    // All shifts lie in [−2, 2], and so does the minimum.
    const least = Math.min(...range(-2 * 512, 2 * 512).map((x) => f(x / 512)));
    expect(reference_value).toBeLessThanOrEqual(least + 1e-9);
    for (const x of [reference_answer, Number(answer)])
      expect(f(x)).toBeCloseTo(reference_value, 8);
    expect(worst_value).toBe(f(0));
  },
);
