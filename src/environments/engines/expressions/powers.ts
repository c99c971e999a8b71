import type { Builder } from "./builder.ts";
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
  build: Builder,
  base: Expression,
  exponent: Expression,
): Expression | undefined {
  if (exponent === build.zero || base === build.one) return build.one;
  if (exponent === build.one) return base;
  if (exponent.kind === "number") return simplifyNumericPower(build, base, exponent);
  return base === build.E ? simplifyExponential(build, exponent) : undefined;
}

type NumberExpression = Expression & { kind: "number" };

function simplifyNumericPower(
  build: Builder,
  base: Expression,
  exponent: NumberExpression,
): Expression | undefined {
  switch (base.kind) {
    case "number":
      return simplifyPowerOfNumber(build, base.value, exponent.value);
    case "power": {
      // (z^a)^b = z^(a·b) for every complex z only if b is an integer or −1 < a ≤ 1.
      const isInnerSmall = base.exponent.kind === "number" && liesWithinOne(base.exponent.value);
      if (!isInteger(exponent.value) && !isInnerSmall) return undefined;
      return build.power(base.base, build.product(base.exponent, exponent));
    }
    case "product":
      return simplifyPowerOfProduct(build, base, exponent);
    case "sum": {
      if (!isInteger(exponent.value)) return undefined;
      const [content, primitive] = build.toPrimitive(base);
      if (primitive === base) return undefined;
      return build.product(build.power(content, exponent), build.power(primitive, exponent));
    }
    case "call": {
      const isEven = isInteger(exponent.value) && exponent.value.numerator % 2n === 0n;
      return isEven && base.name === "Abs" ? build.power(base.arguments[0], exponent) : undefined;
    }
    default:
      return undefined;
  }
}

/** An integer power of all factors, or a root of the number among them. */
function simplifyPowerOfProduct(
  build: Builder,
  { coefficient, factors }: Product,
  exponent: NumberExpression,
): Expression | undefined {
  if (isInteger(exponent.value)) {
    return build.product(
      build.power(build.number(coefficient), exponent),
      ...factors.map((factor) => build.power(factor, exponent)),
    );
  }
  const [sign, size] = isNegative(coefficient)
    ? [MINUS_ONE, negate(coefficient)]
    : [ONE, coefficient];
  if (isOne(size)) return undefined;
  const rest = build.product(build.number(sign), ...factors);
  return build.product(build.power(build.number(size), exponent), build.power(rest, exponent));
}

function simplifyPowerOfNumber(
  build: Builder,
  base: Rational,
  exponent: Rational,
): Expression | undefined {
  if (isZero(base)) return isNegative(exponent) ? build.undefinedValue : build.zero;
  if (isInteger(exponent)) {
    const value = raise(base, exponent.numerator);
    return value && build.number(value);
  }
  if (isNegative(base)) return simplifyRootOfNegative(build, base, exponent);
  const split = splitPower(base, exponent);
  if (split === undefined) return undefined;
  const { coefficient, radicals } = split;
  if (isOne(coefficient) && radicals.length === 1 && equals(radicals[0].base, base)) {
    return undefined;
  }
  return build.product(
    build.number(coefficient),
    ...radicals.map((root) => build.power(build.number(root.base), build.number(root.exponent))),
  );
}

/** (−a)^e = ±(−1)^(e − ⌊e⌋) · a^e */
function simplifyRootOfNegative(
  build: Builder,
  base: Rational,
  exponent: Rational,
): Expression | undefined {
  const whole = floor(exponent);
  if (whole === 0n && equals(base, MINUS_ONE)) return undefined;
  const rest = build.number(add(exponent, { numerator: -whole, denominator: 1n }));
  return build.product(
    whole % 2n === 0n ? build.one : build.minusOne,
    build.power(build.minusOne, rest),
    build.power(build.number(negate(base)), build.number(exponent)),
  );
}

/** E^exponent, in which logarithms are undone: E^(x + 2·log(y)) = y^2 · E^x. */
function simplifyExponential(build: Builder, exponent: Expression): Expression | undefined {
  const terms = exponent.kind === "sum" ? exponent.terms : [build.toTerm(exponent)];
  const undone: Expression[] = [];
  const rest = exponent.kind === "sum" ? [build.number(exponent.constant)] : [];
  for (const { coefficient, of } of terms) {
    if (of.kind === "call" && of.name === "log") {
      undone.push(build.power(of.arguments[0], build.number(coefficient)));
    } else rest.push(build.product(build.number(coefficient), of));
  }
  if (undone.length === 0) return undefined;
  return build.product(...undone, build.power(build.E, build.sum(...rest)));
}

function liesWithinOne({ numerator, denominator }: Rational): boolean {
  return numerator > -denominator && numerator <= denominator;
}

function equals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}
