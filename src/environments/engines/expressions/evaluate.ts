import type { Arithmetic } from "./arithmetic.ts";
import { type Expression, subexpressions } from "./expression.ts";
import { type Measured, MeasuredArithmetic } from "./measured.ts";
import type { Rational } from "./rational.ts";

/** The value of an expression at a point, and a bound for its error (see `Measured`). */
export type Evaluation = Measured<number>;

/** An expression as a function of x. */
export type Evaluate = (x: number) => Evaluation;

/** Beyond it a value counts as none: below the range of doubles, for double-double arithmetic. */
const LARGEST = 2 ** 960;

/** Computes a part of an expression from x and the parts computed before it. */
type Step<Value> = (x: number, known: readonly Measured<Value>[]) => Measured<Value>;

/**
 * The function of x that an expression in core functions (see `expandDefinitions`) describes on the
 * reals. As in Python's arithmetic, a negative number to a fractional power has no real value,
 * whatever is made of it, and an intermediate result without a value leaves none for the whole.
 * Every part is computed once.
 */
export function toEvaluate<Value>(expression: Expression, arithmetic: Arithmetic<Value>): Evaluate {
  const measured = new MeasuredArithmetic(arithmetic);
  const indices = new Map<Expression, number>();
  const steps: Step<Value>[] = [];
  for (const part of subexpressions(expression)) {
    indices.set(part, steps.length);
    steps.push(toStep(part, (of) => indices.get(of) ?? 0, measured));
  }
  return (x) => {
    const known: Measured<Value>[] = [];
    let value = Number.NaN;
    let error = 0;
    for (const step of steps) {
      const result = step(x, known);
      known.push(result);
      value = measured.number(result);
      error = result.error;
      if (Number.isNaN(value)) return { value, error };
      if (Math.abs(value) > LARGEST) return { value: Number.NaN, error: 0 };
    }
    return { value, error };
  };
}

function toStep<Value>(
  part: Expression,
  indexOf: (part: Expression) => number,
  measured: MeasuredArithmetic<Value>,
): Step<Value> {
  const { arithmetic } = measured;
  const toConstant = (value: Rational) => measured.rounded(arithmetic.fromRational(value));
  switch (part.kind) {
    case "number": {
      const constant = toConstant(part.value);
      return () => constant;
    }
    case "name":
      return toNameStep(part.name, measured);
    case "sum": {
      const constant = toConstant(part.constant);
      const terms = part.terms.map(({ coefficient, of }) => ({
        coefficient: toConstant(coefficient),
        index: indexOf(of),
      }));
      return (_, known) =>
        terms.reduce(
          (sum, { coefficient, index }) =>
            measured.add(sum, measured.multiply(coefficient, known[index])),
          constant,
        );
    }
    case "product": {
      const coefficient = toConstant(part.coefficient);
      const factors = part.factors.map(indexOf);
      return (_, known) =>
        factors.reduce((product, index) => measured.multiply(product, known[index]), coefficient);
    }
    case "power":
      return toPowerStep(part, indexOf, measured);
    case "call":
      return toCallStep(part.name, indexOf(part.arguments[0]), measured);
    case "undefined":
      return () => measured.rounded(arithmetic.fromNumber(Number.NaN));
  }
}

function toNameStep<Value>(name: string, measured: MeasuredArithmetic<Value>): Step<Value> {
  const { arithmetic } = measured;
  if (name === "x") return (x) => ({ value: arithmetic.fromNumber(x), error: 0 });
  const values: Record<string, Value> = { pi: arithmetic.pi, E: arithmetic.E };
  const constant = measured.rounded(values[name] ?? arithmetic.fromNumber(Number.NaN));
  return () => constant;
}

function toPowerStep<Value>(
  { base, exponent }: Expression & { kind: "power" },
  indexOf: (part: Expression) => number,
  measured: MeasuredArithmetic<Value>,
): Step<Value> {
  const [baseIndex, exponentIndex] = [indexOf(base), indexOf(exponent)];
  if (exponent.kind === "number") {
    const numerator = Number(exponent.value.numerator);
    const denominator = Number(exponent.value.denominator);
    return (_, known) => measured.rationalPower(known[baseIndex], numerator, denominator);
  }
  if (base.kind === "name" && base.name === "E") {
    return (_, known) => measured.exponential(known[exponentIndex]);
  }
  return (_, known) => measured.power(known[baseIndex], known[exponentIndex]);
}

function toCallStep<Value>(
  name: string,
  index: number,
  measured: MeasuredArithmetic<Value>,
): Step<Value> {
  switch (name) {
    case "log":
      return (_, known) => measured.logarithm(known[index]);
    case "sin":
      return (_, known) => measured.sine(known[index]);
    case "cos":
      return (_, known) => measured.cosine(known[index]);
    case "atan":
      return (_, known) => measured.arctangent(known[index]);
    case "Abs":
      return (_, known) => measured.absolute(known[index]);
    default:
      return () => measured.rounded(measured.arithmetic.fromNumber(Number.NaN));
  }
}
