import type { Builder } from "./builder.ts";
import type { Expression } from "./expression.ts";
import { isNegative, negate, toRational } from "./rational.ts";

/** What the algebra knows of an elementary function of one argument. */
interface ElementaryFunction {
  readonly parity?: "odd" | "even";
  /** The value at 0, where it is simplified. */
  atZero?(build: Builder): Expression;
  /** The function in terms of sin, cos, atan, log, powers and Abs, which have no definition. */
  definition?(build: Builder, u: Expression): Expression;
}

const zero = (build: Builder) => build.zero;
const one = (build: Builder) => build.one;
const pole = (build: Builder) => build.undefinedValue;
const quarterTurn = (build: Builder) => build.product(build.half, build.pi);

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
  build: Builder,
  name: string,
  values: readonly Expression[],
): Expression | undefined {
  return FUNCTIONS.get(name)?.definition?.(build, values[0]);
}

/** A simpler form of the function at `u`, if there is one. */
export function simplifyCall(build: Builder, name: string, u: Expression): Expression | undefined {
  const known = FUNCTIONS.get(name);
  if (known === undefined) return undefined;
  if (name === "log") return simplifyLogarithm(build, u);
  if (u === build.zero && known.atZero) return known.atZero(build);
  if (name === "Abs" && u.kind === "number") {
    return build.number(isNegative(u.value) ? negate(u.value) : u.value);
  }
  if (known.parity && hasNegativeSign(u)) {
    const value = build.call(name, build.negate(u));
    return known.parity === "odd" ? build.negate(value) : value;
  }
  const twelfths = twelfthsOfPi(build, u);
  if (twelfths === undefined) return undefined;
  if (name === "sin") return sineOfTwelfths(build, twelfths);
  if (name === "cos") return sineOfTwelfths(build, twelfths + 6);
  return TRIGONOMETRIC.has(name) ? known.definition?.(build, u) : undefined;
}

const TRIGONOMETRIC = new Set(["tan", "cot", "sec", "csc"]);

function simplifyLogarithm(build: Builder, u: Expression): Expression | undefined {
  if (u === build.zero) return build.undefinedValue;
  if (u === build.one) return build.zero;
  const { base, exponent } = build.toPower(u);
  if (base === build.E && exponent.kind === "number") return exponent;
  if (u.kind === "number" && u.value.numerator === 1n) {
    return build.negate(build.call("log", build.invert(u)));
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
function twelfthsOfPi(build: Builder, u: Expression): number | undefined {
  const { coefficient, of } = build.toTerm(u);
  if (of !== build.pi) return undefined;
  const twelfths = toRational(12n * coefficient.numerator, coefficient.denominator);
  if (twelfths?.denominator !== 1n) return undefined;
  const turn = Number(((twelfths.numerator % 24n) + 24n) % 24n);
  return turn % 2 === 0 || turn % 3 === 0 ? turn : undefined;
}

/** sin(n · π/12) = ±√(quarters/4), for n divisible by 2 or 3. */
function sineOfTwelfths(build: Builder, twelfths: number): Expression {
  const turn = twelfths % 24;
  const folded = turn % 12 <= 6 ? turn % 12 : 12 - (turn % 12);
  const quarters = [0, 0, 1, 2, 3, 0, 4][folded];
  const sine = build.squareRoot(build.fraction(quarters, 4));
  return turn < 12 ? sine : build.negate(sine);
}

function tangent(build: Builder, u: Expression): Expression {
  return build.product(build.call("sin", u), build.invert(build.call("cos", u)));
}

/** asin(u) = 2·atan(u / (1 + √(1 − u²))), also at ±1. */
function arcsine(build: Builder, u: Expression): Expression {
  const square = build.power(u, build.fraction(2));
  const cosine = build.squareRoot(build.subtract(build.one, square));
  const ratio = build.product(u, build.invert(build.sum(build.one, cosine)));
  return build.product(build.fraction(2), build.call("atan", ratio));
}

function arccosine(build: Builder, u: Expression): Expression {
  return build.subtract(quarterTurn(build), arcsine(build, u));
}

function exponentials(build: Builder, u: Expression): [Expression, Expression] {
  return [build.power(build.E, u), build.power(build.E, build.negate(u))];
}

function hyperbolicSine(build: Builder, u: Expression): Expression {
  const [growing, falling] = exponentials(build, u);
  return build.product(build.half, build.subtract(growing, falling));
}

function hyperbolicCosine(build: Builder, u: Expression): Expression {
  return build.product(build.half, build.sum(...exponentials(build, u)));
}

function hyperbolicTangent(build: Builder, u: Expression): Expression {
  return build.product(hyperbolicSine(build, u), build.invert(hyperbolicCosine(build, u)));
}

/** log(u + √(u² ± 1)): asinh for +, acosh for −. */
function areaFunction(build: Builder, u: Expression, sign: Expression): Expression {
  const square = build.power(u, build.fraction(2));
  return build.call("log", build.sum(u, build.squareRoot(build.sum(square, sign))));
}

/** atanh(u) = (log(1 + u) − log(1 − u)) / 2. */
function areaTangent(build: Builder, u: Expression): Expression {
  const above = build.call("log", build.sum(build.one, u));
  const below = build.call("log", build.subtract(build.one, u));
  return build.product(build.half, build.subtract(above, below));
}
