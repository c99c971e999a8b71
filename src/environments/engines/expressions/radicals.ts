import { primesUpTo } from "../../toolkit/numbers/sieves.ts";
import { floor, multiply, ONE, type Rational, raise, toRational } from "./rational.ts";

/** A number as coefficient · Π base^exponent, with integer bases ≥ 2 and exponents in (0, 1). */
export interface SplitPower {
  readonly coefficient: Rational;
  readonly radicals: readonly { readonly base: Rational; readonly exponent: Rational }[];
}

/** Factors beyond these primes are only recognised as perfect powers. */
const SMALL_PRIMES = primesUpTo(1000).map(BigInt);

/**
 * A positive number to a fractional power in simplest terms: 12^(1/2) = 2 · 3^(1/2), (1/2)^(1/3) =
 * 1/2 · 4^(1/3). Undefined if the coefficient is too long to hold.
 */
export function splitPower(base: Rational, exponent: Rational): SplitPower | undefined {
  let coefficient: Rational | undefined = ONE;
  const bases = new Map<bigint, bigint>();
  for (const [factor, multiplicity] of primePowers(base, exponent.denominator)) {
    const whole = toRational(multiplicity * exponent.numerator, exponent.denominator);
    if (whole === undefined) return undefined;
    const integerPart = floor(whole);
    const power = raise({ numerator: factor, denominator: 1n }, integerPart);
    coefficient = power && multiply(coefficient, power);
    if (coefficient === undefined) return undefined;
    // What is left of the exponent, over the exponent's own denominator.
    const rest = multiplicity * exponent.numerator - integerPart * exponent.denominator;
    if (rest > 0n) bases.set(rest, (bases.get(rest) ?? 1n) * factor);
  }
  const radicals = [...bases].flatMap(([rest, product]) => {
    const fraction = toRational(rest, exponent.denominator);
    return fraction ? [{ base: { numerator: product, denominator: 1n }, exponent: fraction }] : [];
  });
  return { coefficient, radicals };
}

/** Factors with their multiplicities, negative in the denominator; the large rest is one factor. */
function* primePowers(base: Rational, root: bigint): Iterable<[factor: bigint, power: bigint]> {
  const parts: [bigint, bigint][] = [
    [base.numerator, 1n],
    [base.denominator, -1n],
  ];
  for (const [part, sign] of parts) {
    let rest = part;
    for (const prime of SMALL_PRIMES) {
      if (prime > rest) break;
      let multiplicity = 0n;
      while (rest % prime === 0n) {
        rest /= prime;
        multiplicity++;
      }
      if (multiplicity > 0n) yield [prime, sign * multiplicity];
    }
    if (rest === 1n) continue;
    const exactRoot = integerRoot(rest, root);
    if (exactRoot === undefined) yield [rest, sign];
    else yield [exactRoot, sign * root];
  }
}

/** The exact root of an integer ≥ 2, if it has one: bisection. */
function integerRoot(value: bigint, degree: bigint): bigint | undefined {
  const bits = BigInt(value.toString(2).length);
  if (degree >= bits) return undefined;
  let low = 1n;
  let high = 1n << (bits / degree + 1n);
  while (low < high) {
    const middle = (low + high) / 2n;
    if (middle ** degree < value) low = middle + 1n;
    else high = middle;
  }
  return low ** degree === value ? low : undefined;
}
