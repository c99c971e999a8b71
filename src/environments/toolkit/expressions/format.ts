import type { Algebra } from "./algebra.ts";
import { type Expression, type Product, subexpressions, type Sum } from "./expression.ts";
import { toFraction } from "./operations.ts";
import { formatRational, isInteger, isNegative, isOne } from "./rational.ts";

/**
 * The expression as text that reads back as the same expression, in SymPy's notation: the longest
 * summand first, the shortest factor first, so that the order depends on the form alone.
 */
export function formatExpression(algebra: Algebra, expression: Expression): string {
  const texts = new Map<Expression, string>();
  const format = (part: Expression): string => {
    const known = texts.get(part);
    if (known !== undefined) return known;
    const text = formatPart(algebra, part, format);
    texts.set(part, text);
    return text;
  };
  for (const part of subexpressions(expression)) format(part);
  return format(expression);
}

function formatPart(
  algebra: Algebra,
  part: Expression,
  format: (part: Expression) => string,
): string {
  switch (part.kind) {
    case "number":
      return formatRational(part.value);
    case "name":
      return part.name;
    case "sum":
      return formatSum(algebra, part, format);
    case "product":
      return formatProduct(algebra, part, format);
    case "power": {
      const { base, exponent } = part;
      if (base === algebra.E) return `exp(${format(exponent)})`;
      if (exponent === algebra.half) return `sqrt(${format(base)})`;
      if (exponent.kind === "number" && isNegative(exponent.value)) {
        return `1/${formatDivisor(algebra.invert(part), format)}`;
      }
      return `${formatOperand(base, format)}**${formatOperand(exponent, format)}`;
    }
    case "call":
      return `${part.name}(${part.arguments.map(format).join(", ")})`;
    case "undefined":
      return "undefined";
  }
}

function formatSum(algebra: Algebra, sum: Sum, format: (part: Expression) => string): string {
  const texts = sum.terms
    .map(({ coefficient, of }) => format(algebra.product(algebra.number(coefficient), of)))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (sum.constant.numerator !== 0n) texts.push(formatRational(sum.constant));
  return texts.reduce((written, text) =>
    text.startsWith("-") ? `${written} - ${text.slice(1)}` : `${written} + ${text}`,
  );
}

function formatProduct(
  algebra: Algebra,
  product: Product,
  format: (part: Expression) => string,
): string {
  if (isNegative(product.coefficient)) return `-${format(algebra.negate(product))}`;
  const { numerator, denominator } = toFraction(algebra, product);
  if (denominator !== algebra.one) {
    const dividend = numerator.kind === "sum" ? `(${format(numerator)})` : format(numerator);
    return `${dividend}/${formatDivisor(denominator, format)}`;
  }
  const factors = product.factors
    .map((factor) => (factor.kind === "sum" ? `(${format(factor)})` : format(factor)))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  if (!isOne(product.coefficient)) factors.unshift(formatRational(product.coefficient));
  return factors.join("*");
}

/** What stands after a division sign. */
function formatDivisor(part: Expression, format: (part: Expression) => string): string {
  return part.kind === "power" ? format(part) : formatOperand(part, format);
}

/** What stands before or after a power sign. */
function formatOperand(part: Expression, format: (part: Expression) => string): string {
  const isSimple =
    part.kind === "name" ||
    part.kind === "call" ||
    (part.kind === "number" && isInteger(part.value) && !isNegative(part.value)) ||
    (part.kind === "power" && /^(exp|sqrt)\(/.test(format(part)));
  return isSimple ? format(part) : `(${format(part)})`;
}
