import { exact } from "../../toolkit/scoring/exact.ts";
import { malformed, type Verdict } from "../../toolkit/scoring/verdicts.ts";
import { Algebra } from "./algebra.ts";
import { doubles } from "./arithmetic.ts";
import { expandDefinitions } from "./definitions.ts";
import { findDifference } from "./equivalence.ts";
import { toEvaluate } from "./evaluate.ts";
import { type Expression, namesIn, subexpressions } from "./expression.ts";
import { isElementary } from "./functions.ts";
import { countOperations } from "./operations.ts";
import type { Syntax } from "./parse.ts";
import { readExpression, toExpression } from "./read.ts";
import { TEST_POINTS } from "./test-points.ts";

/** An answer may take so many times the operations of the reference. */
const LENGTH_ALLOWANCE = 4;
/** The difference of answer and target may take so many operations. */
const MAX_DIFFERENCE_OPERATIONS = 5000;
/** How far from the target an answer may be whose numbers are written as decimals. */
const DECIMAL_TOLERANCE = 1e-5;

const NO_VALUE = "it has no value (a division by zero), or is too large";
const KNOWN_NAMES = new Set(["x", "pi", "E"]);

/** What an answer in x is to be. */
export interface ExpressionTask {
  /** An expression that is right; an answer may be some times as long. */
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
  for (const name of namesIn(expression)) {
    if (!KNOWN_NAMES.has(name)) return malformed(`it contains ${shorten(name)}, not only x`);
  }
  const fault =
    findLengthFault(answer, task) ?? findFault(algebra, expression, answer.hasDecimals, task);
  return exact(fault === undefined, fault ?? "");
}

/** Why an answer is too long; undefined if it is not. */
function findLengthFault(answer: Syntax, task: ExpressionTask): string | undefined {
  const algebra = new Algebra(false);
  const operations = countOperations(algebra, toExpression(algebra, answer));
  const reference = readExpression(algebra, task.reference);
  const allowed = LENGTH_ALLOWANCE * countOperations(algebra, reference);
  return operations > allowed
    ? `it takes ${operations} operations, more than ${allowed}`
    : undefined;
}

/** Why the image of an answer in x is not the target; undefined if it is. */
function findFault(
  algebra: Algebra,
  answer: Expression,
  hasDecimals: boolean,
  task: ExpressionTask,
): string | undefined {
  if (answer.kind === "undefined") return NO_VALUE;
  const stranger = subexpressions(answer).find((part) => isCallOfUnknown(part));
  if (stranger) return "it calls a function that is not known";

  const target = readExpression(algebra, task.target);
  const difference = algebra.subtract(task.image(algebra, answer), target);
  if (difference.kind === "undefined") return NO_VALUE;
  if (countOperations(algebra, difference) > MAX_DIFFERENCE_OPERATIONS) {
    return `its difference to what is asked takes more than ${MAX_DIFFERENCE_OPERATIONS} operations`;
  }
  return findDifference(algebra, difference, hasDecimals ? toleranceFor(algebra, target) : 0);
}

function isCallOfUnknown(part: Expression): boolean {
  return part.kind === "call" && !isElementary(part.name);
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
