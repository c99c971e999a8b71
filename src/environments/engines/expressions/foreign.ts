import { type Expression, namesIn, subexpressions } from "./expression.ts";
import { isElementary } from "./functions.ts";

const KNOWN_NAMES = new Set(["x", "pi", "E"]);

/** A name in an expression that is neither x nor a constant. */
export function findForeignName(expression: Expression): string | undefined {
  return [...namesIn(expression)].find((name) => !KNOWN_NAMES.has(name));
}

/** Whether an expression calls a function that is not elementary, and so has no value. */
export function callsUnknown(expression: Expression): boolean {
  return subexpressions(expression).some(
    (part) => part.kind === "call" && !isElementary(part.name),
  );
}
