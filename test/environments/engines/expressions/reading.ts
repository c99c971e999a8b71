import { Algebra } from "../../../../src/environments/engines/expressions/algebra.ts";
import { formatExpression } from "../../../../src/environments/engines/expressions/format.ts";
import { readExpression } from "../../../../src/environments/engines/expressions/read.ts";

/** The canonical form of a text, as text. */
export function canonical(text: string): string {
  const algebra = new Algebra();
  return formatExpression(algebra, readExpression(algebra, text));
}
