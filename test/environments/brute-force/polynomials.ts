/** The value at x of the polynomial with these coefficients, ascending: the sum of all terms. */
export function valueAt(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, coefficient, power) => sum + coefficient * x ** power, 0);
}
