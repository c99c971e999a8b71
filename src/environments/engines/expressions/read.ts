import type { Algebra } from "./algebra.ts";
import type { Expression } from "./expression.ts";
import { type Instruction, parseSyntax, type Syntax } from "./parse.ts";
import { toRational } from "./rational.ts";

/** The expression of a text; undefined's if it is none, which a schema can rule out. */
export function readExpression(algebra: Algebra, text: string): Expression {
  const syntax = parseSyntax(text);
  return syntax ? toExpression(algebra, syntax) : algebra.undefinedValue;
}

/** What was written, as an expression of the algebra. */
export function toExpression(algebra: Algebra, { instructions }: Syntax): Expression {
  const stack: Expression[] = [];
  for (const instruction of instructions) {
    const values = stack.splice(stack.length - operandCount(instruction));
    stack.push(evaluate(algebra, instruction, values));
  }
  return stack[0];
}

function operandCount(instruction: Instruction): number {
  switch (instruction.kind) {
    case "number":
    case "name":
      return 0;
    case "negate":
    case "invert":
      return 1;
    case "power":
      return 2;
    default:
      return instruction.count;
  }
}

function evaluate(
  algebra: Algebra,
  instruction: Instruction,
  values: readonly Expression[],
): Expression {
  switch (instruction.kind) {
    case "number":
      return toNumber(algebra, instruction.numerator, instruction.decimals);
    case "name":
      return algebra.name(instruction.name);
    case "sum":
      return algebra.sum(...values);
    case "product":
      return algebra.product(...values);
    case "negate":
      return algebra.negate(values[0]);
    case "invert":
      return algebra.invert(values[0]);
    case "power":
      return algebra.power(values[0], values[1]);
    case "call":
      return call(algebra, instruction.name, values);
  }
}

/** Beyond this many decimal places a number is too long to hold, whatever its digits. */
const MAX_PLACES = 20_000;

/** numerator · 10^(−decimals) */
function toNumber(algebra: Algebra, numerator: bigint, decimals: number): Expression {
  if (numerator === 0n) return algebra.zero;
  if (Math.abs(decimals) > MAX_PLACES) return algebra.undefinedValue;
  const scale = 10n ** BigInt(Math.abs(decimals));
  return algebra.number(
    decimals > 0 ? toRational(numerator, scale) : toRational(numerator * scale),
  );
}

function call(algebra: Algebra, name: string, values: readonly Expression[]): Expression {
  const [u] = values;
  switch (name) {
    case "exp":
      return algebra.power(algebra.E, u);
    case "sqrt":
      return algebra.squareRoot(u);
    case "cbrt":
      return algebra.power(u, algebra.fraction(1, 3));
    case "abs":
      return algebra.call("Abs", u);
    case "log":
    case "ln":
      return logarithm(algebra, values);
    default:
      return algebra.call(name, ...values);
  }
}

/** The natural logarithm, or that to the base given second. */
function logarithm(algebra: Algebra, [u, base]: readonly Expression[]): Expression {
  const natural = algebra.call("log", u);
  return base ? algebra.product(natural, algebra.invert(algebra.call("log", base))) : natural;
}
