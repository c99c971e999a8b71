import { z } from "zod";
import { type Check, type Having, holds } from "../../toolkit/schemas/instances.ts";
import { Algebra } from "./algebra.ts";
import { differentiate } from "./differentiate.ts";
import { findDifference } from "./equivalence.ts";
import type { Expression } from "./expression.ts";
import { callsUnknown, findForeignName } from "./foreign.ts";
import { parseSyntax } from "./parse.ts";
import { readExpression } from "./read.ts";

/** The text of an expression of an instance. */
export const expressionText = z
  .string()
  .refine((text) => parseSyntax(text) !== null, "must be an expression in x");

/** Checks that one field's expression is the derivative of the other's, and that both have values. */
export function isDerivative<Field extends string>(
  derivative: Field,
  of: Field,
): Check<Having<Field, string>> {
  return holds<Having<Field, string>>(
    derivative,
    (instance) => {
      const algebra = new Algebra();
      const whole = readExpression(algebra, instance[of]);
      const slope = readExpression(algebra, instance[derivative]);
      if (!hasValues(whole) || !hasValues(slope)) return false;
      const difference = algebra.subtract(differentiate(algebra, whole), slope);
      return findDifference(algebra, difference) === undefined;
    },
    `must be the derivative of ${of}, and both functions of x`,
  );
}

function hasValues(expression: Expression): boolean {
  const isForeign = findForeignName(expression) !== undefined || callsUnknown(expression);
  return expression.kind !== "undefined" && !isForeign;
}
