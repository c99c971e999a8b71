import { bigGcd } from "./gcd.ts";

/** A ratio of integers, numerator ≥ 0 and denominator > 0, not necessarily in lowest terms. */
export type Ratio = readonly [numerator: number, denominator: number];

/** Negative, zero or positive as a < b, a = b or a > b; exact, also where products pass 2^53. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = product(a[0], b[1]);
  const right = product(b[0], a[1]);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The same fraction without common divisors; the denominator must be positive. */
export function lowestTerms(
  numerator: bigint,
  denominator: bigint,
): [numerator: bigint, denominator: bigint] {
  const divisor = bigGcd(numerator, denominator);
  return [numerator / divisor, denominator / divisor];
}

/** The exact product: a number where that is safe, else a bigint (the two compare rightly). */
export function product(a: number, b: number): number | bigint {
  return Number.isSafeInteger(a * b) ? a * b : BigInt(a) * BigInt(b);
}
