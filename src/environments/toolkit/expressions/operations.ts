import type { Algebra } from "./algebra.ts";
import { type Expression, type Product, subexpressions, type Sum } from "./expression.ts";
import { isInteger, isNegative, isOne, type Rational } from "./rational.ts";

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
  const { numerator, denominator } = toFraction(algebra, product);
  if (denominator !== algebra.one) {
    return 1 + count(numerator) + count(denominator);
  }
  const operations = product.factors.reduce((total, factor) => total + count(factor), -1);
  return operations + product.factors.length + (isOne(product.coefficient) ? 0 : 1);
}

/** A product as numerator and denominator: powers with a minus in the exponent go below. */
export function toFraction(
  algebra: Algebra,
  product: Product,
): { numerator: Expression; denominator: Expression } {
  const { coefficient } = product;
  const above = [algebra.number({ numerator: coefficient.numerator, denominator: 1n })];
  const below = [algebra.number({ numerator: coefficient.denominator, denominator: 1n })];
  for (const factor of product.factors) {
    if (factor.kind === "power" && hasMinus(factor.exponent)) below.push(algebra.invert(factor));
    else above.push(factor);
  }
  return { numerator: algebra.product(...above), denominator: algebra.product(...below) };
}

function hasMinus(exponent: Expression): boolean {
  if (exponent.kind === "number") return isNegative(exponent.value);
  return exponent.kind === "product" && isNegative(exponent.coefficient);
}
