import * as dd from "./double-double.ts";
import { type Rational, toNumber } from "./rational.ts";

/** Real arithmetic of some precision, in which expressions are evaluated. */
export interface Arithmetic<Value> {
  /** A bound for the relative error of each operation. */
  readonly roundoff: number;
  readonly pi: Value;
  readonly E: Value;
  fromNumber(value: number): Value;
  fromRational(value: Rational): Value;
  /** The nearest double. */
  toNumber(value: Value): number;
  add(a: Value, b: Value): Value;
  multiply(a: Value, b: Value): Value;
  invert(a: Value): Value;
  squareRoot(a: Value): Value;
  exponential(a: Value): Value;
  logarithm(a: Value): Value;
  sine(a: Value): Value;
  cosine(a: Value): Value;
  arctangent(a: Value): Value;
}

/** Doubles with Math's functions, whose last bits may differ between machines. */
export const doubles: Arithmetic<number> = {
  roundoff: 2 ** -51,
  pi: Math.PI,
  E: Math.E,
  fromNumber: (value) => value,
  fromRational: toNumber,
  toNumber: (value) => value,
  add: (a, b) => a + b,
  multiply: (a, b) => a * b,
  invert: (a) => 1 / a,
  squareRoot: Math.sqrt,
  exponential: Math.exp,
  logarithm: Math.log,
  sine: Math.sin,
  cosine: Math.cos,
  arctangent: Math.atan,
};

/** About 31 digits, the same on every machine. */
export const doubleDoubles: Arithmetic<dd.DoubleDouble> = {
  roundoff: 2 ** -99,
  pi: dd.PI,
  E: dd.E,
  fromNumber: dd.fromNumber,
  fromRational({ numerator, denominator }) {
    return denominator === 1n
      ? fromInteger(numerator)
      : dd.divide(fromInteger(numerator), fromInteger(denominator));
  },
  toNumber: (value) => value.hi,
  add: dd.add,
  multiply: dd.multiply,
  invert: (a) => dd.divide(dd.ONE, a),
  squareRoot: dd.squareRoot,
  exponential: dd.exponential,
  logarithm: dd.logarithm,
  sine: (a) => dd.sineAndCosine(a)[0],
  cosine: (a) => dd.sineAndCosine(a)[1],
  arctangent: dd.arctangent,
};

function fromInteger(value: bigint): dd.DoubleDouble {
  const hi = Number(value);
  return { hi, lo: Number.isFinite(hi) ? Number(value - BigInt(hi)) : 0 };
}
