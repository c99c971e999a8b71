import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addPolynomials,
  derivativeOf,
  dividePolynomials,
  evaluatePolynomial,
  multiplyPolynomials,
  polynomialWithRoots,
  powerOfLinear,
} from "../../../../src/environments/toolkit/numbers/polynomials.ts";

const small = fc.bigInt({ min: -50n, max: 50n });
const polynomial = fc.array(small, { maxLength: 8 });

test("a value is the sum of coefficients times powers", () => {
  fc.assert(
    fc.property(polynomial, small, (p, x) => {
      const terms = p.map((coefficient, power) => coefficient * x ** BigInt(power));
      expect(evaluatePolynomial(p, x)).toBe(terms.reduce((sum, term) => sum + term, 0n));
    }),
  );
});

test("sums and products have the sums and products of the values", () => {
  fc.assert(
    fc.property(polynomial, polynomial, small, (p, q, x) => {
      const [a, b] = [evaluatePolynomial(p, x), evaluatePolynomial(q, x)];
      expect(evaluatePolynomial(addPolynomials(p, q), x)).toBe(a + b);
      expect(evaluatePolynomial(multiplyPolynomials(p, q), x)).toBe(a * b);
    }),
  );
  expect(multiplyPolynomials([1n, 1n], [-1n, 1n])).toEqual([-1n, 0n, 1n]);
});

test("roots, each as often as it is given", () => {
  expect(polynomialWithRoots([])).toEqual([1n]);
  expect(polynomialWithRoots([2, 2, -3n])).toEqual([12n, -8n, -1n, 1n]);
});

test("powers of x − s, also of x itself", () => {
  expect(powerOfLinear(3n, 2n, 0)).toEqual([3n]);
  expect(powerOfLinear(1n, 2n, 3)).toEqual(polynomialWithRoots([2, 2, 2]));
  expect(powerOfLinear(-2n, -1n, 2)).toEqual([-2n, -4n, -2n]);
  expect(powerOfLinear(5n, 0n, 2)).toEqual([0n, 0n, 5n]);
});

test("derivatives", () => {
  expect(derivativeOf([7n, 5n, 0n, 2n])).toEqual([5n, 0n, 6n]);
  expect(derivativeOf([7n])).toEqual([]);
});

test("division undoes multiplication and leaves the remainder", () => {
  const leading = fc.bigInt({ min: 1n, max: 9n });
  fc.assert(
    fc.property(polynomial, polynomial, leading, polynomial, (q, low, top, rest) => {
      const divisor = [...low, top];
      const remainder = low.map((_, power) => rest[power] ?? 0n);
      const p = addPolynomials(multiplyPolynomials(q, divisor), remainder);
      const division = dividePolynomials(p, divisor);
      expect(division.remainder).toEqual(remainder);
      expect(
        addPolynomials(
          division.quotient,
          q.map(() => 0n),
        ),
      ).toEqual(q);
    }),
  );
  expect(dividePolynomials([5n], [1n, 2n, 1n])).toEqual({ quotient: [], remainder: [5n, 0n] });
});
