import type { Algebra } from "./algebra.ts";
import { type Expression, type Product, type Sum, subexpressions } from "./expression.ts";
import { isInteger, isNegative, type Rational } from "./rational.ts";

/**
 * How many operations writing the expression takes, counted as SymPy's `count_ops` does: every +,
 * −, *, /, power, function and leading minus is one; 1, x, pi and non-negative integers are none,
 * −3, 1/2 and E one. A part that occurs several times counts as often.
 */
export function countOperations(algebra: Algebra, expression: Expression): number {
  const counts = new Map<Expression, number>();
  const count = (part: Expression): number => {
    const known = counts.get(part);
    if (known !== undefined) return known;
    // Only what a fraction is split into is not yet counted; it is made of parts that are.
    const operations = countPart(algebra, part, count);
    counts.set(part, operations);
    return operations;
  };
  for (const part of subexpressions(expression)) count(part);
  return count(expression);
}

function countPart(
  algebra: Algebra,
  part: Expression,
  count: (part: Expression) => number,
): number {
  switch (part.kind) {
    case "number":
      return countNumber(part.value);
    case "name":
      return part === algebra.E ? 1 : 0;
    case "sum":
      return countSum(algebra, part, count);
    case "product":
      return countProduct(algebra, part, count);
    case "power":
      if (part.exponent === algebra.minusOne || part.base === algebra.E) {
        return 1 + count(part.exponent === algebra.minusOne ? part.base : part.exponent);
      }
      return 1 + count(part.base) + count(part.exponent);
    case "call":
      return part.arguments.reduce((total, value) => total + count(value), 1);
    case "undefined":
      return 0;
  }
}

function countNumber(value: Rational): number {
  return (isNegative(value) ? 1 : 0) + (isInteger(value) ? 0 : 1);
}

/** One operation between two summands, whose signs it takes up unless all are negative. */
function countSum(algebra: Algebra, sum: Sum, count: (part: Expression) => number): number {
  const hasConstant = sum.constant.numerator !== 0n;
  let operations = sum.terms.length - 1 + (hasConstant ? 1 : 0);
  let isAllNegative = !hasConstant || isNegative(sum.constant);
  if (hasConstant && !isInteger(sum.constant)) operations++;
  for (const { coefficient, of } of sum.terms) {
    const isMinus = isNegative(coefficient);
    const term = algebra.product(algebra.number(coefficient), of);
    operations += count(isMinus ? algebra.negate(term) : term);
    isAllNegative &&= isMinus;
  }
  return operations + (isAllNegative ? 1 : 0);
}

/** A product is counted as it is written: a sign, and a numerator over a denominator. */
function countProduct(
  algebra: Algebra,
  product: Product,
  count: (part: Expression) => number,
): number {
  if (isNegative(product.coefficient)) return 1 + count(algebra.negate(product));
  const { above, below } = toFraction(algebra, product);
  if (below.length > 0) {
    return 1 + count(algebra.product(...above)) + count(algebra.product(...below));
  }
  return above.reduce((total, factor) => total + count(factor), above.length - 1);
}

/** The factors of a product's numerator and denominator: powers with a minus go below. */
export function toFraction(
  algebra: Algebra,
  { coefficient, factors }: Product,
): { above: Expression[]; below: Expression[] } {
  const above: Expression[] = [];
  const below: Expression[] = [];
  if (coefficient.numerator !== 1n) above.push(integer(algebra, coefficient.numerator));
  if (coefficient.denominator !== 1n) below.push(integer(algebra, coefficient.denominator));
  for (const factor of factors) {
    if (factor.kind === "power" && hasMinus(factor.exponent)) below.push(algebra.invert(factor));
    else above.push(factor);
  }
  return { above, below };
}

function integer(algebra: Algebra, value: bigint): Expression {
  return algebra.number({ numerator: value, denominator: 1n });
}

function hasMinus(exponent: Expression): boolean {
  if (exponent.kind === "number") return isNegative(exponent.value);
  return exponent.kind === "product" && isNegative(exponent.coefficient);
}
