import type { Algebra } from "./algebra.ts";
import { expandDefinitions } from "./definitions.ts";
import { type Expression, subexpressions } from "./expression.ts";

/**
 * The derivative with respect to x on the reals (Abs(u)′ = u′ · u/Abs(u)), part by part from the
 * inside. What does not depend on x is constant, calls of unknown functions included; a call of one
 * at something that does has no derivative and makes the whole undefined.
 */
export function differentiate(algebra: Algebra, expression: Expression): Expression {
  const derivatives = new Map<Expression, Expression>();
  const derivativeOf = (part: Expression) => derivatives.get(part) ?? algebra.zero;
  const expanded = expandDefinitions(algebra, expression);
  for (const part of subexpressions(expanded)) {
    derivatives.set(part, differentiatePart(algebra, part, derivativeOf));
  }
  return derivativeOf(expanded);
}

function differentiatePart(
  algebra: Algebra,
  part: Expression,
  derivativeOf: (part: Expression) => Expression,
): Expression {
  switch (part.kind) {
    case "number":
      return algebra.zero;
    case "name":
      return part === algebra.x ? algebra.one : algebra.zero;
    case "sum":
      return algebra.sum(
        ...part.terms.map(({ coefficient, of }) =>
          algebra.product(algebra.number(coefficient), derivativeOf(of)),
        ),
      );
    case "product":
      return algebra.sum(
        ...part.factors.flatMap((factor, index) => {
          const derivative = derivativeOf(factor);
          if (derivative === algebra.zero) return [];
          const others = part.factors.toSpliced(index, 1);
          return [algebra.product(algebra.number(part.coefficient), derivative, ...others)];
        }),
      );
    case "power":
      return differentiatePower(algebra, part, derivativeOf);
    case "call":
      return differentiateCall(algebra, part, derivativeOf);
    case "undefined":
      return part;
  }
}

/** (b^e)′ = b^e · (e′ · log b + e · b′/b), or e · b^(e − 1) · b′ for a constant exponent. */
function differentiatePower(
  algebra: Algebra,
  power: Expression & { kind: "power" },
  derivativeOf: (part: Expression) => Expression,
): Expression {
  const { base, exponent } = power;
  const baseDerivative = derivativeOf(base);
  if (derivativeOf(exponent) === algebra.zero) {
    if (baseDerivative === algebra.zero) return algebra.zero;
    const lower = algebra.power(base, algebra.sum(exponent, algebra.minusOne));
    return algebra.product(exponent, lower, baseDerivative);
  }
  const growth = algebra.product(derivativeOf(exponent), algebra.call("log", base));
  const drift = algebra.product(exponent, baseDerivative, algebra.invert(base));
  return algebra.product(power, algebra.sum(growth, drift));
}

function differentiateCall(
  algebra: Algebra,
  part: Expression & { kind: "call" },
  derivativeOf: (part: Expression) => Expression,
): Expression {
  if (part.arguments.every((value) => derivativeOf(value) === algebra.zero)) return algebra.zero;
  const [u] = part.arguments;
  return algebra.product(derivativeOf(u), slopeOf(algebra, part.name, u));
}

function slopeOf(algebra: Algebra, name: string, u: Expression): Expression {
  switch (name) {
    case "log":
      return algebra.invert(u);
    case "sin":
      return algebra.call("cos", u);
    case "cos":
      return algebra.negate(algebra.call("sin", u));
    case "atan":
      return algebra.invert(algebra.sum(algebra.one, algebra.power(u, algebra.fraction(2))));
    case "Abs":
      return algebra.product(u, algebra.invert(algebra.call("Abs", u)));
    default:
      return algebra.undefinedValue;
  }
}
