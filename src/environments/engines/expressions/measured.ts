import type { Arithmetic } from "./arithmetic.ts";

/**
 * A computed value and a bound for how far the true one lies from it. NaN is no value: with error 0
 * if it is certain that there is none (1/0, log(−1)), with an infinite one if the precision does
 * not tell (the logarithm of 1e−20 ± 1e−16).
 */
export interface Measured<Value> {
  readonly value: Value;
  readonly error: number;
}

/** What underflow may lose. */
const TINY = 2 ** -960;
/** Exponentials beyond ±600 are none, or 0 to within e^−600. */
const LARGEST_EXPONENT = 600;
const SMALLEST_EXPONENTIAL = 2 ** -860;
/** Integer powers up to this one are products. */
const LARGEST_PRODUCT_POWER = 2 ** 31;

/**
 * Real arithmetic with a running error analysis: every operation adds its own rounding error to
 * what it makes of its operands' errors, by the mean value theorem.
 */
export class MeasuredArithmetic<Value> {
  readonly arithmetic: Arithmetic<Value>;
  readonly #nowhere: Measured<Value>;
  readonly #uncertain: Measured<Value>;

  constructor(arithmetic: Arithmetic<Value>) {
    this.arithmetic = arithmetic;
    const value = arithmetic.fromNumber(Number.NaN);
    this.#nowhere = { value, error: 0 };
    this.#uncertain = { value, error: Number.POSITIVE_INFINITY };
  }

  /** A value that is known to the last bit or so. */
  rounded(value: Value): Measured<Value> {
    return this.#measure(value, 0);
  }

  number({ value }: Measured<Value>): number {
    return this.arithmetic.toNumber(value);
  }

  add(a: Measured<Value>, b: Measured<Value>): Measured<Value> {
    return this.#measure(this.arithmetic.add(a.value, b.value), a.error + b.error);
  }

  multiply(a: Measured<Value>, b: Measured<Value>): Measured<Value> {
    const error =
      Math.abs(this.number(a)) * b.error + Math.abs(this.number(b)) * a.error + a.error * b.error;
    return this.#measure(this.arithmetic.multiply(a.value, b.value), error + TINY);
  }

  invert(a: Measured<Value>): Measured<Value> {
    const size = Math.abs(this.number(a));
    if (size === 0 && a.error === 0) return this.#nowhere;
    if (size <= 2 * a.error) return this.#uncertain;
    return this.#measure(
      this.arithmetic.invert(a.value),
      a.error / (size * (size - a.error)) + TINY,
    );
  }

  squareRoot(a: Measured<Value>): Measured<Value> {
    const side = this.#side(a);
    if (side < 0) return this.#nowhere;
    if (side === 0) return a.error === 0 ? a : this.#uncertain;
    const value = this.arithmetic.squareRoot(a.value);
    return this.#measure(value, a.error / this.arithmetic.toNumber(value));
  }

  exponential(a: Measured<Value>): Measured<Value> {
    const exponent = this.number(a);
    if (exponent > LARGEST_EXPONENT) return this.#nowhere;
    if (a.error > 1) return this.#uncertain;
    if (exponent < -LARGEST_EXPONENT) {
      return this.#measure(this.arithmetic.fromNumber(0), SMALLEST_EXPONENTIAL);
    }
    const value = this.arithmetic.exponential(a.value);
    const relative = 2 * a.error + (1 + Math.abs(exponent)) * this.arithmetic.roundoff;
    return this.#measure(value, this.arithmetic.toNumber(value) * relative);
  }

  logarithm(a: Measured<Value>): Measured<Value> {
    const side = this.#side(a);
    if (side < 0) return this.#nowhere;
    if (side === 0) return a.error === 0 ? this.#nowhere : this.#uncertain;
    const slope = 2 / this.number(a);
    return this.#measure(this.arithmetic.logarithm(a.value), a.error * slope);
  }

  sine(a: Measured<Value>): Measured<Value> {
    return this.#measure(this.arithmetic.sine(a.value), this.#phaseError(a));
  }

  cosine(a: Measured<Value>): Measured<Value> {
    return this.#measure(this.arithmetic.cosine(a.value), this.#phaseError(a));
  }

  arctangent(a: Measured<Value>): Measured<Value> {
    return this.#measure(this.arithmetic.arctangent(a.value), a.error);
  }

  absolute(a: Measured<Value>): Measured<Value> {
    if (this.number(a) >= 0) return a;
    const minusOne = this.arithmetic.fromNumber(-1);
    return { value: this.arithmetic.multiply(a.value, minusOne), error: a.error };
  }

  /** base^exponent for a fraction numerator/denominator in lowest terms, as a double. */
  rationalPower(base: Measured<Value>, numerator: number, denominator: number): Measured<Value> {
    const isProduct = Math.abs(numerator) <= LARGEST_PRODUCT_POWER && denominator <= 2;
    if (isProduct) {
      const root = denominator === 2 ? this.squareRoot(base) : base;
      const power = this.#product(root, Math.abs(numerator));
      return numerator < 0 ? this.#unlessNone(power, (whole) => this.invert(whole)) : power;
    }
    return this.#unlessNone(this.logarithm(base), (logarithm) => {
      const exponent = this.multiply(
        this.rounded(this.arithmetic.fromNumber(numerator)),
        this.invert(this.rounded(this.arithmetic.fromNumber(denominator))),
      );
      return this.exponential(this.multiply(logarithm, exponent));
    });
  }

  /** base^exponent for a positive base; there is none for a negative one, as for √(−1). */
  power(base: Measured<Value>, exponent: Measured<Value>): Measured<Value> {
    return this.#unlessNone(this.logarithm(base), (logarithm) =>
      this.exponential(this.multiply(logarithm, exponent)),
    );
  }

  /** base^exponent by squaring, for an exponent ≥ 1. */
  #product(base: Measured<Value>, exponent: number): Measured<Value> {
    let product: Measured<Value> | undefined;
    let square = base;
    for (let rest = exponent; ; ) {
      if (rest % 2 === 1) product = product ? this.multiply(product, square) : square;
      rest = Math.floor(rest / 2);
      if (rest === 0) return product ?? square;
      square = this.multiply(square, square);
    }
  }

  #unlessNone(a: Measured<Value>, then: (a: Measured<Value>) => Measured<Value>): Measured<Value> {
    return Number.isNaN(this.number(a)) ? a : then(a);
  }

  /** The error of a sine: slopes are at most 1, and reducing a large argument loses digits. */
  #phaseError(a: Measured<Value>): number {
    return a.error + (1 + Math.abs(this.number(a))) * this.arithmetic.roundoff;
  }

  /** The value's sign: 0 where it may be either, or where half the value may be error. */
  #side(a: Measured<Value>): number {
    const value = this.number(a);
    if (value > 2 * a.error) return 1;
    return value < -a.error ? -1 : 0;
  }

  #measure(value: Value, error: number): Measured<Value> {
    return {
      value,
      error: error + Math.abs(this.arithmetic.toNumber(value)) * this.arithmetic.roundoff,
    };
  }
}
