/** A polynomial with integer coefficients, which stand in ascending order of the powers. */
export type Polynomial = readonly bigint[];

/** The value at x: Horner's scheme. */
export function evaluatePolynomial(polynomial: Polynomial, x: bigint): bigint {
  return polynomial.reduceRight((value, coefficient) => value * x + coefficient, 0n);
}

/** p + q, with as many coefficients as the longer of the two. */
export function addPolynomials(p: Polynomial, q: Polynomial): bigint[] {
  const [longer, shorter] = p.length < q.length ? [q, p] : [p, q];
  return longer.map((coefficient, power) => coefficient + (shorter[power] ?? 0n));
}

/** p · q, with one coefficient less than both have together; none if one has none. O(p · q). */
export function multiplyPolynomials(p: Polynomial, q: Polynomial): bigint[] {
  if (p.length === 0 || q.length === 0) return [];
  const product = new Array<bigint>(p.length + q.length - 1).fill(0n);
  for (const [i, a] of p.entries()) {
    for (const [j, b] of q.entries()) product[i + j] += a * b;
  }
  return product;
}

/** The product of (x − root) over the roots, multiplied out. O(roots²). */
export function polynomialWithRoots(roots: readonly (number | bigint)[]): bigint[] {
  return roots.reduce(
    (product: bigint[], root) => multiplyPolynomials(product, [-BigInt(root), 1n]),
    [1n],
  );
}

/** weight · (x − shift)^degree, by the binomial theorem. O(degree). */
export function powerOfLinear(weight: bigint, shift: bigint, degree: number): bigint[] {
  const coefficients = new Array<bigint>(degree + 1);
  let term = weight; // weight · C(degree, power) · (−shift)^(degree − power)
  for (let power = degree; power >= 0; power--) {
    coefficients[power] = term;
    term = (term * -shift * BigInt(power)) / BigInt(degree - power + 1);
  }
  return coefficients;
}

/** The derivative; without coefficients if the polynomial is a constant. */
export function derivativeOf(polynomial: Polynomial): bigint[] {
  return polynomial.slice(1).map((coefficient, power) => coefficient * BigInt(power + 1));
}

/** quotient · divisor + remainder is what was divided. */
export interface Division {
  readonly quotient: bigint[];
  /** One coefficient less than the divisor has, zeros included. */
  readonly remainder: bigint[];
}

/**
 * p divided by a divisor whose leading coefficient divides those that it meets, as 1 always does:
 * long division, O(p · divisor). Elsewhere the quotients are truncated, and the remainder is none.
 */
export function dividePolynomials(p: Polynomial, divisor: Polynomial): Division {
  const degree = divisor.length - 1;
  const rest = [...p];
  const quotient: bigint[] = [];
  for (let shift = p.length - divisor.length; shift >= 0; shift--) {
    const factor = rest[shift + degree] / divisor[degree];
    quotient[shift] = factor;
    for (const [power, coefficient] of divisor.entries())
      rest[shift + power] -= factor * coefficient;
  }
  return { quotient, remainder: Array.from({ length: degree }, (_, power) => rest[power] ?? 0n) };
}
