import type { Algebra } from "./algebra.ts";
import { type Expression, subexpressions } from "./expression.ts";
import { definitionOf } from "./functions.ts";

/**
 * The expression with every function that has a definition replaced by it: only sin, cos, atan,
 * log, Abs, powers and unknown functions are left.
 */
export function expandDefinitions(algebra: Algebra, expression: Expression): Expression {
  const expanded = new Map<Expression, Expression>();
  const expand = (part: Expression) => expanded.get(part) ?? part;
  for (const part of subexpressions(expression)) {
    expanded.set(part, expandPart(algebra, part, expand));
  }
  return expand(expression);
}

function expandPart(
  algebra: Algebra,
  part: Expression,
  expand: (part: Expression) => Expression,
): Expression {
  switch (part.kind) {
    case "sum":
      return algebra.sum(
        algebra.number(part.constant),
        ...part.terms.map(({ coefficient, of }) =>
          algebra.product(algebra.number(coefficient), expand(of)),
        ),
      );
    case "product":
      return algebra.product(algebra.number(part.coefficient), ...part.factors.map(expand));
    case "power":
      return algebra.power(expand(part.base), expand(part.exponent));
    case "call": {
      const values = part.arguments.map(expand);
      return definitionOf(algebra, part.name, values) ?? algebra.call(part.name, ...values);
    }
    default:
      return part;
  }
}
