/**
 * Numbers as unevaluated sums of two doubles, with about 31 decimal digits (Dekker 1971; Hida, Li
 * and Bailey, "Library for double-double and quad-double arithmetic", 2007). All is done by
 * + − * / and sqrt, which are exactly rounded on every machine (but `arctangent` starts from
 * Math.atan, whose last bits do not reach the result).
 */
export interface DoubleDouble {
  readonly hi: number;
  /** At most half a unit in the last place of `hi`. */
  readonly lo: number;
}

const ZERO: DoubleDouble = { hi: 0, lo: 0 };
export const ONE: DoubleDouble = { hi: 1, lo: 0 };
export const PI: DoubleDouble = { hi: Math.PI, lo: 1.2246467991473532e-16 };
export const E: DoubleDouble = { hi: Math.E, lo: 1.4456468917292502e-16 };
const HALF_PI: DoubleDouble = { hi: PI.hi / 2, lo: PI.lo / 2 };
const LN2: DoubleDouble = { hi: Math.LN2, lo: 2.3190468138462996e-17 };

/** hi + lo where |hi| ≥ |lo|, without rounding error. */
function quickSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** a + b without rounding error. */
function exactSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const part = hi - a;
  return { hi, lo: a - (hi - part) + (b - part) };
}

/** Splits a double into halves of 26 bits. */
const SPLITTER = 2 ** 27 + 1;

/** a · b without rounding error, for products and factors below about 2^990. */
function exactProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const aShifted = SPLITTER * a;
  const aHigh = aShifted - (aShifted - a);
  const aLow = a - aHigh;
  const bShifted = SPLITTER * b;
  const bHigh = bShifted - (bShifted - b);
  const bLow = b - bHigh;
  return { hi, lo: aHigh * bHigh - hi + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

export function fromNumber(value: number): DoubleDouble {
  return { hi: value, lo: 0 };
}

function negate(a: DoubleDouble): DoubleDouble {
  return { hi: -a.hi, lo: -a.lo };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = exactSum(a.hi, b.hi);
  const low = exactSum(a.lo, b.lo);
  const sum = quickSum(high.hi, high.lo + low.hi);
  return quickSum(sum.hi, sum.lo + low.lo);
}

export function subtract(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  return add(a, negate(b));
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const { hi, lo } = exactProduct(a.hi, b.hi);
  return quickSum(hi, lo + (a.hi * b.lo + a.lo * b.hi));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.hi / b.hi;
  const rest = subtract(a, multiply(b, fromNumber(first)));
  const second = rest.hi / b.hi;
  const last = subtract(rest, multiply(b, fromNumber(second))).hi / b.hi;
  const { hi, lo } = quickSum(first, second);
  return quickSum(hi, lo + last);
}

/** The square root of a number that is not negative. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  if (a.hi === 0) return ZERO;
  const root = Math.sqrt(a.hi);
  const rest = subtract(a, exactProduct(root, root));
  return quickSum(root, rest.hi / (2 * root));
}

/** a · 2^exponent, exactly (but for underflow). */
function scale(a: DoubleDouble, exponent: number): DoubleDouble {
  const factor = powerOfTwo(exponent);
  return { hi: a.hi * factor, lo: a.lo * factor };
}

const BITS = new DataView(new ArrayBuffer(8));

/** 2^exponent for an exponent in −1022..1023, from its bits. */
function powerOfTwo(exponent: number): number {
  BITS.setBigUint64(0, 0n);
  BITS.setInt32(0, (exponent + 1023) << 20);
  return BITS.getFloat64(0);
}

/** The exponent of a positive normal double's leading bit. */
function binaryExponent(value: number): number {
  BITS.setFloat64(0, value);
  return (BITS.getInt32(0) >> 20) - 1023;
}

/** 1/n for n up to 45, and 1/n! for n up to 33. */
const RECIPROCALS = Array.from({ length: 46 }, (_, n) => divide(ONE, fromNumber(n)));
const INVERSE_FACTORIALS = RECIPROCALS.slice(0, 34);
INVERSE_FACTORIALS[0] = ONE;
for (let n = 1; n < INVERSE_FACTORIALS.length; n++) {
  INVERSE_FACTORIALS[n] = multiply(INVERSE_FACTORIALS[n - 1], RECIPROCALS[n]);
}

/** Σ coefficients[first + 2k] · square^k up to the index `last` (Horner). */
function evenSeries(
  coefficients: readonly DoubleDouble[],
  first: number,
  last: number,
  square: DoubleDouble,
): DoubleDouble {
  let total = coefficients[last];
  for (let index = last - 2; index >= first; index -= 2) {
    total = add(multiply(total, square), coefficients[index]);
  }
  return total;
}

const HALVINGS = 6;
const EXPONENTIAL_TERMS = 12;

/**
 * e^a for |a| < 700: reduced to |r| ≤ ln 2 / 2 and by 2^6 further, Taylor series of e^r − 1, then
 * squared back.
 */
export function exponential(a: DoubleDouble): DoubleDouble {
  const exponent = Math.round(a.hi / LN2.hi);
  const reduced = subtract(a, multiply(LN2, fromNumber(exponent)));
  const r = scale(reduced, -HALVINGS);
  let series = INVERSE_FACTORIALS[EXPONENTIAL_TERMS];
  for (let n = EXPONENTIAL_TERMS - 1; n >= 1; n--) {
    series = add(multiply(series, r), INVERSE_FACTORIALS[n]);
  }
  let lessOne = multiply(series, r);
  for (let halving = 0; halving < HALVINGS; halving++) {
    lessOne = add(scale(lessOne, 1), multiply(lessOne, lessOne));
  }
  return scale(add(ONE, lessOne), exponent);
}

/**
 * The logarithm of a positive normal number: a = m · 2^k with m near 1, and log m = 2 · (s + s³/3 +
 * s⁵/5 + …) for s = (m − 1)/(m + 1), |s| < 0.1716.
 */
export function logarithm(a: DoubleDouble): DoubleDouble {
  let exponent = binaryExponent(a.hi);
  if (a.hi * powerOfTwo(-exponent) > Math.SQRT2) exponent++;
  const m = scale(a, -exponent);
  const s = divide(subtract(m, ONE), add(m, ONE));
  const series = multiply(s, evenSeries(RECIPROCALS, 1, 45, multiply(s, s)));
  return add(scale(series, 1), multiply(LN2, fromNumber(exponent)));
}

/** [sin a, cos a]: reduced by multiples of π/2 to |r| ≤ π/4, Taylor series. */
export function sineAndCosine(a: DoubleDouble): [DoubleDouble, DoubleDouble] {
  const quarters = Math.round(a.hi / HALF_PI.hi);
  const r = subtract(a, multiply(HALF_PI, fromNumber(quarters)));
  const square = negate(multiply(r, r));
  const sine = multiply(r, evenSeries(INVERSE_FACTORIALS, 1, 31, square));
  const cosine = evenSeries(INVERSE_FACTORIALS, 0, 32, square);
  switch (((quarters % 4) + 4) % 4) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, negate(sine)];
    case 2:
      return [negate(sine), negate(cosine)];
    default:
      return [negate(cosine), sine];
  }
}

/** The arctangent: a double's worth of it, and one step of the addition theorem. */
export function arctangent(a: DoubleDouble): DoubleDouble {
  const estimate = fromNumber(Math.atan(a.hi));
  const [sine, cosine] = sineAndCosine(estimate);
  const difference = subtract(multiply(a, cosine), sine);
  return add(estimate, divide(difference, add(cosine, multiply(a, sine))));
}
