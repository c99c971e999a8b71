import type { Random } from "../../toolkit/random/random.ts";
import { redrawUntil } from "../../toolkit/random/redraw.ts";
import { Algebra } from "./algebra.ts";
import { doubleDoubles, doubles } from "./arithmetic.ts";
import { differentiate } from "./differentiate.ts";
import { toEvaluate } from "./evaluate.ts";
import { type Expression, namesIn } from "./expression.ts";
import { formatExpression } from "./format.ts";
import { countOperations } from "./operations.ts";
import { POINT_COUNT, TEST_POINTS } from "./test-points.ts";

/** The operators of random trees, with their weights. */
const UNARY_OPERATORS: readonly [weight: number, apply: UnaryOperator][] = [
  [0.1, (algebra, u) => algebra.call("sin", u)],
  [0.1, (algebra, u) => algebra.call("cos", u)],
  [0.05, (algebra, u) => algebra.power(algebra.E, u)],
  [0.05, (algebra, u) => algebra.call("log", u)],
  [0.1, raiseToConstant],
  [0.25, (algebra, u, random) => algebra.sum(u, algebra.fraction(random.choice([-2, -1, 1, 2])))],
  [0.25, multiplyByConstant],
  [0.1, (algebra, u, random) => algebra.product(u, algebra.fraction(1, random.integer(2, 4)))],
];
const BINARY_OPERATORS: readonly [weight: number, apply: BinaryOperator][] = [
  [0.2, (algebra, a, b) => algebra.sum(a, b)],
  [0.2, (algebra, a, b) => algebra.subtract(a, b)],
  [0.3, (algebra, a, b) => algebra.product(a, b)],
  [0.2, (algebra, a, b) => algebra.product(a, algebra.invert(b))],
  [0.1, (algebra, a, b) => algebra.power(a, b)],
];
const UNARY_WEIGHTS = UNARY_OPERATORS.map(([weight]) => weight);
const BINARY_WEIGHTS = BINARY_OPERATORS.map(([weight]) => weight);
const UNARY_PROBABILITY = 0.5;

/** What a drawn function must satisfy, as its derivative must. */
const MAX_OPERATIONS = 1000;
const LARGEST_VALUE = 1e4;
const MIN_USABLE_POINTS = 512;

type UnaryOperator = (algebra: Algebra, u: Expression, random: Random) => Expression;
type BinaryOperator = (algebra: Algebra, a: Expression, b: Expression) => Expression;

/** A function and its derivative, in an algebra of their own. */
export interface Drawn {
  readonly algebra: Algebra;
  readonly of: Expression;
  readonly derivative: Expression;
}

/** A function and its derivative as text. */
export interface FunctionTexts {
  readonly text: string;
  readonly derivativeText: string;
}

/**
 * A random function of a tree of `size` nodes and its derivative. Drawn again until both have
 * values and at most 1000 operations, `isWanted`, and the derivative has real values at half of the
 * test points or more, none beyond ±10^4. The decisions, and so the function, are the same on every
 * machine: where the doubles of one machine could decide otherwise than those of another,
 * double-doubles decide.
 */
export function drawFunction(
  size: number,
  random: Random,
  isWanted: (drawn: Drawn) => boolean,
): FunctionTexts {
  return redrawUntil(() => {
    const algebra = new Algebra();
    const of = randomTree(algebra, size, random);
    const drawn = { algebra, of, derivative: differentiate(algebra, of) };
    const isFit =
      isShort(algebra, of) &&
      isShort(algebra, drawn.derivative) &&
      isWanted(drawn) &&
      isTame(drawn.derivative);
    if (!isFit) return undefined;
    return {
      text: formatExpression(algebra, of),
      derivativeText: formatExpression(algebra, drawn.derivative),
    };
  });
}

/** Whether an expression is a function of x, not a constant. */
export function isFunctionOfX(expression: Expression): boolean {
  return namesIn(expression).has("x");
}

/**
 * The function of a random tree: one node is x, two are an operator applied to x; more are, by
 * equal chance, a unary operator or a binary one, whose left operand takes a uniform share.
 */
function randomTree(algebra: Algebra, size: number, random: Random): Expression {
  if (size === 1) return algebra.x;
  if (size === 2 || random.chance(UNARY_PROBABILITY)) {
    const [, apply] = UNARY_OPERATORS[random.weightedIndex(UNARY_WEIGHTS)];
    return apply(algebra, randomTree(algebra, size - 1, random), random);
  }
  const [, apply] = BINARY_OPERATORS[random.weightedIndex(BINARY_WEIGHTS)];
  const leftSize = random.integer(1, size - 2);
  const left = randomTree(algebra, leftSize, random);
  return apply(algebra, left, randomTree(algebra, size - 1 - leftSize, random));
}

function raiseToConstant(algebra: Algebra, u: Expression, random: Random): Expression {
  const isRoot = random.chance(0.5);
  const k = random.integer(2, 4);
  return algebra.power(u, isRoot ? algebra.fraction(1, k) : algebra.fraction(k));
}

function multiplyByConstant(algebra: Algebra, u: Expression, random: Random): Expression {
  const sign = random.chance(0.5) ? 1 : -1;
  return algebra.product(algebra.fraction(sign * random.integer(2, 4)), u);
}

function isShort(algebra: Algebra, expression: Expression): boolean {
  return expression.kind !== "undefined" && countOperations(algebra, expression) <= MAX_OPERATIONS;
}

/** Whether a function has values, none too large, at enough of the test points. */
function isTame(expression: Expression): boolean {
  const roughly = toEvaluate(expression, doubles);
  const finely = toEvaluate(expression, doubleDoubles);
  let unusable = 0;
  for (const x of TEST_POINTS) {
    const { value, error } = roughly(x);
    const isSure = Number.isNaN(value)
      ? error === 0
      : Math.abs(Math.abs(value) - LARGEST_VALUE) > 2 * error;
    const size = Math.abs(isSure ? value : finely(x).value);
    if (size > LARGEST_VALUE) return false;
    if (Number.isNaN(size) && ++unusable > POINT_COUNT - MIN_USABLE_POINTS) return false;
  }
  return true;
}
