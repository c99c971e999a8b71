import { exact } from "../../toolkit/scoring/exact.ts";
import { malformed, type Verdict } from "../../toolkit/scoring/verdicts.ts";
import { Algebra } from "./algebra.ts";
import { allowedOperations } from "./allowed-operations.ts";
import { doubles } from "./arithmetic.ts";
import { expandDefinitions } from "./definitions.ts";
import { findDifference } from "./equivalence.ts";
import { toEvaluate } from "./evaluate.ts";
import type { Expression } from "./expression.ts";
import { callsUnknown, findForeignName } from "./foreign.ts";
import { countOperations } from "./operations.ts";
import type { Syntax } from "./parse.ts";
import { readExpression, toExpression } from "./read.ts";
import { TEST_POINTS } from "./test-points.ts";

/** The difference of answer and target may take so many operations. */
const MAX_DIFFERENCE_OPERATIONS = 5000;
/** How far from the target an answer may be whose numbers are written as decimals. */
const DECIMAL_TOLERANCE = 1e-5;

const NO_VALUE = "it has no value (a division by zero), or is too large";

/** What an answer in x is to be. */
export interface ExpressionTask {
  /** An expression that is right; it sets the length that an answer may have. */
  readonly reference: string;
  /** What the answer's image must equal, as a function of x. */
  readonly target: string;
  /** What is compared with the target: the answer itself, or its derivative. */
  image(algebra: Algebra, answer: Expression): Expression;
}

/** 1 for an answer whose image equals the target, 0 for another, −1 for one in other letters. */
export function scoreExpression(answer: Syntax, task: ExpressionTask): Verdict {
  const algebra = new Algebra();
  const expression = toExpression(algebra, answer);
  const foreign = findForeignName(expression);
  if (foreign !== undefined) return malformed(`it contains ${shorten(foreign)}, not only x`);
  const fault =
    findLengthFault(answer, task) ?? findFault(algebra, expression, answer.hasDecimals, task);
  return exact(fault === undefined, fault ?? "");
}

/** Why an answer is too long, as it is written and simplified; undefined if it is not. */
function findLengthFault(answer: Syntax, task: ExpressionTask): string | undefined {
  const allowed = allowedOperations(task.reference);
  if (answer.writtenOperations <= allowed) return undefined;
  const algebra = new Algebra(false);
  const operations = countOperations(algebra, toExpression(algebra, answer));
  return operations <= allowed
    ? undefined
    : `it takes ${operations} operations, more than ${allowed}`;
}

/** Why the image of an answer in x is not the target; undefined if it is. */
function findFault(
  algebra: Algebra,
  answer: Expression,
  hasDecimals: boolean,
  task: ExpressionTask,
): string | undefined {
  if (answer.kind === "undefined") return NO_VALUE;
  if (callsUnknown(answer)) return "it calls a function that is not known";

  const target = readExpression(algebra, task.target);
  const difference = algebra.subtract(task.image(algebra, answer), target);
  if (difference.kind === "undefined") return NO_VALUE;
  if (countOperations(algebra, difference) > MAX_DIFFERENCE_OPERATIONS) {
    return `its difference to what is asked takes more than ${MAX_DIFFERENCE_OPERATIONS} operations`;
  }
  return findDifference(algebra, difference, hasDecimals ? toleranceFor(algebra, target) : 0);
}

/** Absolute, as far as the target is not itself tiny. */
function toleranceFor(algebra: Algebra, target: Expression): number {
  const evaluate = toEvaluate(expandDefinitions(algebra, target), doubles);
  let largest = 0;
  for (const x of TEST_POINTS) largest = Math.max(largest, Math.abs(evaluate(x).value) || 0);
  return DECIMAL_TOLERANCE * Math.min(1, largest);
}

/** A name for a reason: its beginning. */
function shorten(name: string): string {
  return name.length > 20 ? `${name.slice(0, 20)}…` : name;
}
