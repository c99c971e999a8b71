import type { Algebra } from "./algebra.ts";
import type { Expression, Product } from "./expression.ts";
import { splitPower } from "./radicals.ts";
import {
  add,
  floor,
  isInteger,
  isNegative,
  isOne,
  isZero,
  MINUS_ONE,
  negate,
  ONE,
  type Rational,
  raise,
} from "./rational.ts";

/** A simpler form of base^exponent, if there is one that is right for every x. */
export function simplifyPower(
  algebra: Algebra,
  base: Expression,
  exponent: Expression,
): Expression | undefined {
  if (exponent === algebra.zero || base === algebra.one) return algebra.one;
  if (exponent === algebra.one) return base;
  if (exponent.kind === "number") return simplifyNumericPower(algebra, base, exponent);
  return base === algebra.E ? simplifyExponential(algebra, exponent) : undefined;
}

type NumberExpression = Expression & { kind: "number" };

function simplifyNumericPower(
  algebra: Algebra,
  base: Expression,
  exponent: NumberExpression,
): Expression | undefined {
  switch (base.kind) {
    case "number":
      return simplifyPowerOfNumber(algebra, base.value, exponent.value);
    case "power": {
      // (z^a)^b = z^(a·b) for every complex z only if b is an integer or −1 < a ≤ 1.
      const isInnerSmall = base.exponent.kind === "number" && liesWithinOne(base.exponent.value);
      if (!isInteger(exponent.value) && !isInnerSmall) return undefined;
      return algebra.power(base.base, algebra.product(base.exponent, exponent));
    }
    case "product":
      return simplifyPowerOfProduct(algebra, base, exponent);
    case "sum": {
      if (!isInteger(exponent.value)) return undefined;
      const [content, primitive] = algebra.toPrimitive(base);
      if (primitive === base) return undefined;
      return algebra.product(algebra.power(content, exponent), algebra.power(primitive, exponent));
    }
    case "call": {
      const isEven = isInteger(exponent.value) && exponent.value.numerator % 2n === 0n;
      return isEven && base.name === "Abs" ? algebra.power(base.arguments[0], exponent) : undefined;
    }
    default:
      return undefined;
  }
}

/** An integer power of all factors, or a root of the number among them. */
function simplifyPowerOfProduct(
  algebra: Algebra,
  { coefficient, factors }: Product,
  exponent: NumberExpression,
): Expression | undefined {
  if (isInteger(exponent.value)) {
    return algebra.product(
      algebra.power(algebra.number(coefficient), exponent),
      ...factors.map((factor) => algebra.power(factor, exponent)),
    );
  }
  const [sign, size] = isNegative(coefficient)
    ? [MINUS_ONE, negate(coefficient)]
    : [ONE, coefficient];
  if (isOne(size)) return undefined;
  const rest = algebra.product(algebra.number(sign), ...factors);
  return algebra.product(
    algebra.power(algebra.number(size), exponent),
    algebra.power(rest, exponent),
  );
}

function simplifyPowerOfNumber(
  algebra: Algebra,
  base: Rational,
  exponent: Rational,
): Expression | undefined {
  if (isZero(base)) return isNegative(exponent) ? algebra.undefinedValue : algebra.zero;
  if (isInteger(exponent)) {
    const value = raise(base, exponent.numerator);
    return value && algebra.number(value);
  }
  if (isNegative(base)) return simplifyRootOfNegative(algebra, base, exponent);
  const split = splitPower(base, exponent);
  if (split === undefined) return undefined;
  const { coefficient, radicals } = split;
  if (isOne(coefficient) && radicals.length === 1 && equals(radicals[0].base, base)) {
    return undefined;
  }
  return algebra.product(
    algebra.number(coefficient),
    ...radicals.map((root) =>
      algebra.power(algebra.number(root.base), algebra.number(root.exponent)),
    ),
  );
}

/** (−a)^e = ±(−1)^(e − ⌊e⌋) · a^e */
function simplifyRootOfNegative(
  algebra: Algebra,
  base: Rational,
  exponent: Rational,
): Expression | undefined {
  const whole = floor(exponent);
  if (whole === 0n && equals(base, MINUS_ONE)) return undefined;
  const rest = algebra.number(add(exponent, { numerator: -whole, denominator: 1n }));
  return algebra.product(
    whole % 2n === 0n ? algebra.one : algebra.minusOne,
    algebra.power(algebra.minusOne, rest),
    algebra.power(algebra.number(negate(base)), algebra.number(exponent)),
  );
}

/** E^exponent, in which logarithms are undone: E^(x + 2·log(y)) = y^2 · E^x. */
function simplifyExponential(algebra: Algebra, exponent: Expression): Expression | undefined {
  const terms = exponent.kind === "sum" ? exponent.terms : [algebra.toTerm(exponent)];
  const undone: Expression[] = [];
  const rest = exponent.kind === "sum" ? [algebra.number(exponent.constant)] : [];
  for (const { coefficient, of } of terms) {
    if (of.kind === "call" && of.name === "log") {
      undone.push(algebra.power(of.arguments[0], algebra.number(coefficient)));
    } else rest.push(algebra.product(algebra.number(coefficient), of));
  }
  if (undone.length === 0) return undefined;
  return algebra.product(...undone, algebra.power(algebra.E, algebra.sum(...rest)));
}

function liesWithinOne({ numerator, denominator }: Rational): boolean {
  return numerator > -denominator && numerator <= denominator;
}

function equals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}
