import { bigGcd } from "../../toolkit/numbers/gcd.ts";

/** An exact fraction in lowest terms with a positive denominator. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Exact results beyond this many bits (about 300 digits) are given up, which bounds the work on
 * hostile numbers; it also keeps numerator and denominator within the range of doubles.
 */
const MAX_BITS = 1000;
const LIMIT = 1n << BigInt(MAX_BITS);

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };
export const MINUS_ONE: Rational = { numerator: -1n, denominator: 1n };

/** A fraction in lowest terms; undefined if the denominator is 0 or the result too long. */
export function toRational(numerator: bigint, denominator = 1n): Rational | undefined {
  if (denominator === 0n) return undefined;
  const divisor = denominator === 1n ? 1n : bigGcd(numerator, denominator);
  const signed = denominator < 0n ? -divisor : divisor;
  return unlessTooLong(numerator / signed, denominator / signed);
}

/**
 * The sum; undefined if it is too long. Common divisors are looked for where they are small (Knuth,
 * The Art of Computer Programming, volume 2, section 4.5.1).
 */
export function add(a: Rational, b: Rational): Rational | undefined {
  const common = bigGcd(a.denominator, b.denominator);
  const numerator = a.numerator * (b.denominator / common) + b.numerator * (a.denominator / common);
  const divisor = bigGcd(numerator, common);
  const denominator = (a.denominator / common) * (b.denominator / divisor);
  return unlessTooLong(numerator / divisor, denominator);
}

/** The product; undefined if it is too long. Common divisors as in `add`. */
export function multiply(a: Rational, b: Rational): Rational | undefined {
  const left = bigGcd(a.numerator, b.denominator);
  const right = bigGcd(b.numerator, a.denominator);
  return unlessTooLong(
    (a.numerator / left) * (b.numerator / right),
    (a.denominator / right) * (b.denominator / left),
  );
}

function unlessTooLong(numerator: bigint, denominator: bigint): Rational | undefined {
  const isShort = numerator < LIMIT && numerator > -LIMIT && denominator < LIMIT;
  return isShort ? { numerator, denominator } : undefined;
}

/** An integer power; undefined for a negative power of 0 and for a result that is too long. */
export function raise(base: Rational, exponent: bigint): Rational | undefined {
  if (exponent < 0n) {
    return base.numerator === 0n ? undefined : raise(invert(base), -exponent);
  }
  if (isUnit(base) || base.numerator === 0n) {
    if (exponent === 0n) return ONE;
    return exponent % 2n === 0n ? { numerator: magnitude(base), denominator: 1n } : base;
  }
  if (exponent > MAX_BITS) return undefined;
  // Before computing: a number of b bits to the power n has more than (b − 1) · n bits.
  const bits = Math.max(bitLength(magnitude(base)), bitLength(base.denominator));
  if ((bits - 1) * Number(exponent) > MAX_BITS) return undefined;
  return toRational(base.numerator ** exponent, base.denominator ** exponent);
}

/** The largest positive fraction of which both, not both 0, are integer multiples. */
export function greatestCommonDivisor(a: Rational, b: Rational): Rational {
  const product = a.denominator * b.denominator;
  const numerator = bigGcd(a.numerator * b.denominator, b.numerator * a.denominator);
  const divisor = bigGcd(numerator, product);
  return { numerator: numerator / divisor, denominator: product / divisor };
}

/** The negative of a fraction. */
export function negate({ numerator, denominator }: Rational): Rational {
  return { numerator: -numerator, denominator };
}

/** The nearest double, but for a last bit. */
export function toNumber({ numerator, denominator }: Rational): number {
  return denominator === 1n ? Number(numerator) : Number(numerator) / Number(denominator);
}

export function isZero(value: Rational): boolean {
  return value.numerator === 0n;
}

export function isOne(value: Rational): boolean {
  return value.numerator === 1n && value.denominator === 1n;
}

export function isInteger(value: Rational): boolean {
  return value.denominator === 1n;
}

export function isNegative(value: Rational): boolean {
  return value.numerator < 0n;
}

/** The largest integer that is not above the fraction. */
export function floor({ numerator, denominator }: Rational): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** Decimal digits, as "3", "-3" or "3/4". */
export function formatRational({ numerator, denominator }: Rational): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

/** 1 / value, for a value that is not 0. */
export function invert({ numerator, denominator }: Rational): Rational {
  return numerator < 0n
    ? { numerator: -denominator, denominator: -numerator }
    : { numerator: denominator, denominator: numerator };
}

function isUnit(value: Rational): boolean {
  return isInteger(value) && (value.numerator === 1n || value.numerator === -1n);
}

function magnitude({ numerator }: Rational): bigint {
  return numerator < 0n ? -numerator : numerator;
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
