import type { Expression, Sum, Term } from "./expression.ts";
import type { Rational } from "./rational.ts";

/**
 * What the rules for functions and powers build expressions with. The algebra is such a builder,
 * and applies the rules: they know it by this interface alone.
 */
export interface Builder {
  /** What has no value, or is too large. */
  readonly undefinedValue: Expression;
  readonly zero: Expression;
  readonly one: Expression;
  readonly minusOne: Expression;
  readonly half: Expression;
  readonly pi: Expression;
  readonly E: Expression;
  /** A number; `undefined` is taken as a number that is too long to hold. */
  number(value: Rational | undefined): Expression;
  /** The fraction of two small integers. */
  fraction(numerator: number, denominator?: number): Expression;
  sum(...summands: readonly Expression[]): Expression;
  product(...items: readonly Expression[]): Expression;
  power(base: Expression, exponent: Expression): Expression;
  /** A function's value; see `functions.ts` for the functions that are known. */
  call(name: string, ...values: readonly Expression[]): Expression;
  negate(expression: Expression): Expression;
  subtract(a: Expression, b: Expression): Expression;
  invert(expression: Expression): Expression;
  squareRoot(expression: Expression): Expression;
  /** An expression as base and exponent. */
  toPower(expression: Expression): { base: Expression; exponent: Expression };
  /** An expression that is not a number as coefficient and term. */
  toTerm(expression: Expression): Term;
  /** A sum as number times sum with integer coefficients without common factor, the first positive. */
  toPrimitive(sum: Sum): [content: Expression, primitive: Expression];
}
