import type { Algebra } from "./algebra.ts";
import type { Expression } from "./expression.ts";
import { isNegative, negate, toRational } from "./rational.ts";

/** What the algebra knows of an elementary function of one argument. */
interface ElementaryFunction {
  readonly parity?: "odd" | "even";
  /** The value at 0, where it is simplified. */
  atZero?(algebra: Algebra): Expression;
  /** The function in terms of sin, cos, atan, log, powers and Abs, which have no definition. */
  definition?(algebra: Algebra, u: Expression): Expression;
}

const zero = (algebra: Algebra) => algebra.zero;
const one = (algebra: Algebra) => algebra.one;
const pole = (algebra: Algebra) => algebra.undefinedValue;
const quarterTurn = (algebra: Algebra) => algebra.product(algebra.half, algebra.pi);

/** The functions by name. exp, sqrt and cbrt are powers and have no calls. */
const FUNCTIONS = new Map<string, ElementaryFunction>([
  ["log", {}],
  ["sin", { parity: "odd", atZero: zero }],
  ["cos", { parity: "even", atZero: one }],
  ["atan", { parity: "odd", atZero: zero }],
  ["Abs", { parity: "even", atZero: zero }],
  ["tan", { parity: "odd", atZero: zero, definition: tangent }],
  ["cot", { parity: "odd", atZero: pole, definition: (a, u) => a.invert(tangent(a, u)) }],
  ["sec", { parity: "even", atZero: one, definition: (a, u) => a.invert(a.call("cos", u)) }],
  ["csc", { parity: "odd", atZero: pole, definition: (a, u) => a.invert(a.call("sin", u)) }],
  ["asin", { parity: "odd", atZero: zero, definition: arcsine }],
  ["acos", { atZero: quarterTurn, definition: arccosine }],
  ["acot", { atZero: quarterTurn, definition: (a, u) => a.call("atan", a.invert(u)) }],
  ["asec", { definition: (a, u) => arccosine(a, a.invert(u)) }],
  ["acsc", { parity: "odd", definition: (a, u) => arcsine(a, a.invert(u)) }],
  ["sinh", { parity: "odd", atZero: zero, definition: hyperbolicSine }],
  ["cosh", { parity: "even", atZero: one, definition: hyperbolicCosine }],
  ["tanh", { parity: "odd", atZero: zero, definition: hyperbolicTangent }],
  [
    "coth",
    { parity: "odd", atZero: pole, definition: (a, u) => a.invert(hyperbolicTangent(a, u)) },
  ],
  ["asinh", { parity: "odd", atZero: zero, definition: (a, u) => areaFunction(a, u, a.one) }],
  ["acosh", { definition: (a, u) => areaFunction(a, u, a.minusOne) }],
  ["atanh", { parity: "odd", atZero: zero, definition: areaTangent }],
  ["acoth", { parity: "odd", definition: (a, u) => areaTangent(a, a.invert(u)) }],
]);

export function isElementary(name: string): boolean {
  return FUNCTIONS.has(name);
}

/** The function in terms of others; undefined for those that the rest is made of. */
export function definitionOf(
  algebra: Algebra,
  name: string,
  values: readonly Expression[],
): Expression | undefined {
  return FUNCTIONS.get(name)?.definition?.(algebra, values[0]);
}

/** A simpler form of the function at `u`, if there is one. */
export function simplifyCall(
  algebra: Algebra,
  name: string,
  u: Expression,
): Expression | undefined {
  const known = FUNCTIONS.get(name);
  if (known === undefined) return undefined;
  if (name === "log") return simplifyLogarithm(algebra, u);
  if (u === algebra.zero && known.atZero) return known.atZero(algebra);
  if (name === "Abs" && u.kind === "number") {
    return algebra.number(isNegative(u.value) ? negate(u.value) : u.value);
  }
  if (known.parity && hasNegativeSign(u)) {
    const value = algebra.call(name, algebra.negate(u));
    return known.parity === "odd" ? algebra.negate(value) : value;
  }
  const twelfths = twelfthsOfPi(algebra, u);
  if (twelfths === undefined) return undefined;
  if (name === "sin") return sineOfTwelfths(algebra, twelfths);
  if (name === "cos") return sineOfTwelfths(algebra, twelfths + 6);
  return TRIGONOMETRIC.has(name) ? known.definition?.(algebra, u) : undefined;
}

const TRIGONOMETRIC = new Set(["tan", "cot", "sec", "csc"]);

function simplifyLogarithm(algebra: Algebra, u: Expression): Expression | undefined {
  if (u === algebra.zero) return algebra.undefinedValue;
  if (u === algebra.one) return algebra.zero;
  const { base, exponent } = algebra.toPower(u);
  if (base === algebra.E && exponent.kind === "number") return exponent;
  if (u.kind === "number" && u.value.numerator === 1n) {
    return algebra.negate(algebra.call("log", algebra.invert(u)));
  }
  return undefined;
}

/** Whether an expression is written as the negative of another: of u and −u, exactly one is. */
function hasNegativeSign(u: Expression): boolean {
  if (u.kind === "number") return isNegative(u.value);
  if (u.kind === "product") return isNegative(u.coefficient);
  return u.kind === "sum" && isNegative(u.terms[0].coefficient);
}

/** n where u = n · π/12 and the sine of u is a root of a fraction, n in 0..23. */
function twelfthsOfPi(algebra: Algebra, u: Expression): number | undefined {
  const { coefficient, of } = algebra.toTerm(u);
  if (of !== algebra.pi) return undefined;
  const twelfths = toRational(12n * coefficient.numerator, coefficient.denominator);
  if (twelfths?.denominator !== 1n) return undefined;
  const turn = Number(((twelfths.numerator % 24n) + 24n) % 24n);
  return turn % 2 === 0 || turn % 3 === 0 ? turn : undefined;
}

/** sin(n · π/12) = ±√(quarters/4), for n divisible by 2 or 3. */
function sineOfTwelfths(algebra: Algebra, twelfths: number): Expression {
  const turn = twelfths % 24;
  const folded = turn % 12 <= 6 ? turn % 12 : 12 - (turn % 12);
  const quarters = [0, 0, 1, 2, 3, 0, 4][folded];
  const sine = algebra.squareRoot(algebra.fraction(quarters, 4));
  return turn < 12 ? sine : algebra.negate(sine);
}

function tangent(algebra: Algebra, u: Expression): Expression {
  return algebra.product(algebra.call("sin", u), algebra.invert(algebra.call("cos", u)));
}

/** asin(u) = 2·atan(u / (1 + √(1 − u²))), also at ±1. */
function arcsine(algebra: Algebra, u: Expression): Expression {
  const square = algebra.power(u, algebra.fraction(2));
  const cosine = algebra.squareRoot(algebra.subtract(algebra.one, square));
  const ratio = algebra.product(u, algebra.invert(algebra.sum(algebra.one, cosine)));
  return algebra.product(algebra.fraction(2), algebra.call("atan", ratio));
}

function arccosine(algebra: Algebra, u: Expression): Expression {
  return algebra.subtract(quarterTurn(algebra), arcsine(algebra, u));
}

function exponentials(algebra: Algebra, u: Expression): [Expression, Expression] {
  return [algebra.power(algebra.E, u), algebra.power(algebra.E, algebra.negate(u))];
}

function hyperbolicSine(algebra: Algebra, u: Expression): Expression {
  const [growing, falling] = exponentials(algebra, u);
  return algebra.product(algebra.half, algebra.subtract(growing, falling));
}

function hyperbolicCosine(algebra: Algebra, u: Expression): Expression {
  return algebra.product(algebra.half, algebra.sum(...exponentials(algebra, u)));
}

function hyperbolicTangent(algebra: Algebra, u: Expression): Expression {
  return algebra.product(hyperbolicSine(algebra, u), algebra.invert(hyperbolicCosine(algebra, u)));
}

/** log(u + √(u² ± 1)): asinh for +, acosh for −. */
function areaFunction(algebra: Algebra, u: Expression, sign: Expression): Expression {
  const square = algebra.power(u, algebra.fraction(2));
  return algebra.call("log", algebra.sum(u, algebra.squareRoot(algebra.sum(square, sign))));
}

/** atanh(u) = (log(1 + u) − log(1 − u)) / 2. */
function areaTangent(algebra: Algebra, u: Expression): Expression {
  const above = algebra.call("log", algebra.sum(algebra.one, u));
  const below = algebra.call("log", algebra.subtract(algebra.one, u));
  return algebra.product(algebra.half, algebra.subtract(above, below));
}
