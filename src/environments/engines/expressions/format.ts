import type { Algebra } from "./algebra.ts";
import { type Expression, type Product, type Sum, subexpressions } from "./expression.ts";
import { toFraction } from "./operations.ts";
import { formatRational, isInteger, isNegative, isZero, type Rational } from "./rational.ts";

/** How strongly the parts of a text hold together. */
const SUM = 0;
const PRODUCT = 1;
const POWER = 2;
const ATOM = 3;

interface Written {
  readonly text: string;
  readonly strength: number;
}

type Write = (part: Expression) => Written;

/**
 * The expression as text that reads back as the same expression, in SymPy's notation: summands from
 * the longest to the shortest (but a positive one first), factors from the shortest to the longest.
 */
export function formatExpression(algebra: Algebra, expression: Expression): string {
  const texts = new Map<Expression, Written>();
  const write = (part: Expression): Written => {
    const known = texts.get(part);
    if (known !== undefined) return known;
    const written = writePart(algebra, part, write);
    texts.set(part, written);
    return written;
  };
  for (const part of subexpressions(expression)) write(part);
  return write(expression).text;
}

function writePart(algebra: Algebra, part: Expression, write: Write): Written {
  switch (part.kind) {
    case "number":
      return writeNumber(part.value);
    case "name":
      return { text: part.name, strength: ATOM };
    case "sum":
      return { text: formatSum(algebra, part, write), strength: SUM };
    case "product":
      return { text: formatProduct(algebra, part, write), strength: PRODUCT };
    case "power":
      return writePower(algebra, part, write);
    case "call":
      return writeCall(part.name, part.arguments, write);
    case "undefined":
      return { text: "undefined", strength: ATOM };
  }
}

function writeNumber(value: Rational): Written {
  const isAtom = isInteger(value) && !isNegative(value);
  return { text: formatRational(value), strength: isAtom ? ATOM : PRODUCT };
}

function writeCall(name: string, values: readonly Expression[], write: Write): Written {
  return {
    text: `${name}(${values.map((value) => write(value).text).join(", ")})`,
    strength: ATOM,
  };
}

function writePower(
  algebra: Algebra,
  power: Expression & { kind: "power" },
  write: Write,
): Written {
  const { base, exponent } = power;
  if (base === algebra.E) return writeCall("exp", [exponent], write);
  if (exponent === algebra.half) return writeCall("sqrt", [base], write);
  if (exponent.kind === "number" && isNegative(exponent.value)) {
    return { text: `1/${embed(write(algebra.invert(power)), POWER)}`, strength: PRODUCT };
  }
  return { text: `${embed(write(base), ATOM)}**${embed(write(exponent), ATOM)}`, strength: POWER };
}

function formatSum(algebra: Algebra, sum: Sum, write: Write): string {
  const texts = sum.terms
    .map(({ coefficient, of }) => write(algebra.product(algebra.number(coefficient), of)).text)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (!isZero(sum.constant)) texts.push(formatRational(sum.constant));
  const first = texts.findIndex((text) => !text.startsWith("-"));
  if (first > 0) texts.unshift(...texts.splice(first, 1));
  return texts.reduce((written, text) =>
    text.startsWith("-") ? `${written} - ${text.slice(1)}` : `${written} + ${text}`,
  );
}

function formatProduct(algebra: Algebra, product: Product, write: Write): string {
  if (isNegative(product.coefficient)) return `-${write(algebra.negate(product)).text}`;
  const { above, below } = toFraction(algebra, product);
  const dividend = formatFactors(above, write);
  if (below.length === 0) return dividend;
  const divisor =
    below.length === 1 ? embed(write(below[0]), POWER) : `(${formatFactors(below, write)})`;
  return `${dividend}/${divisor}`;
}

/** Numbers first, then their roots, then the shortest factor first; 1 for no factor. */
function formatFactors(factors: readonly Expression[], write: Write): string {
  if (factors.length === 0) return "1";
  return factors
    .map((factor) => ({ rank: rankOf(factor), ...write(factor) }))
    .sort((a, b) => a.rank - b.rank || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))
    .map((factor) => embed(factor, PRODUCT))
    .join("*");
}

function rankOf(factor: Expression): number {
  if (factor.kind === "number") return 0;
  return factor.kind === "power" && factor.base.kind === "number" ? 1 : 2;
}

/** The text, in parentheses where it holds together less strongly than it must. */
function embed({ text, strength }: Written, needed: number): string {
  return strength < needed ? `(${text})` : text;
}
