import { Algebra } from "./algebra.ts";
import { countOperations } from "./operations.ts";
import { readExpression } from "./read.ts";

/** An answer may always take so many operations … */
const LEAST_ALLOWED = 20;
/** … or so many times those of the reference. */
const ALLOWANCE = 4;

/**
 * How many operations an answer may take, so that nobody wins by writing down what is to be found
 * unevaluated, or makes checking slow. It is enough to keep to it in one of two counts: the signs
 * and functions as they are written, which the prompt explains, or what SymPy counts after its
 * automatic simplification.
 */
export function allowedOperations(reference: string): number {
  // Without primitive sums, forms are those that SymPy counts.
  const algebra = new Algebra(false);
  const operations = countOperations(algebra, readExpression(algebra, reference));
  return Math.max(LEAST_ALLOWED, ALLOWANCE * operations);
}
