import { bigGcd } from "../../toolkit/numbers/gcd.ts";
import { tally } from "../../toolkit/sequences/tally.ts";
import { formatFigure } from "../../toolkit/text/figures.ts";

type BinaryOperator = "+" | "-" | "*" | "/";
type Operator = BinaryOperator | "negate";

/** An expression in postfix order: each operator after the operands that it applies to. */
export type Postfix = readonly (bigint | Operator)[];

/** An exact value; the denominator is not 0, and not necessarily coprime to the numerator. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

/** An opening parenthesis lies below all operators: it keeps those before it waiting. */
const PRECEDENCE = { "(": 0, "+": 1, "-": 1, "*": 2, "/": 2, negate: 3 } as const;

/**
 * Why the runs of digits in a text are not the given operands, each as often as it is given, as a
 * reason; undefined if they are. Stops at the first fault.
 */
export function findOperandFault(text: string, operands: readonly number[]): string | undefined {
  const unused = tally(operands);
  let used = 0;
  for (let start = 0; start < text.length; start++) {
    const end = endOfDigits(text, start);
    if (end === start) continue;
    const operand = Number(text.slice(start, end));
    const left = unused.get(operand) ?? 0;
    if (left === 0) return `${formatFigure(operand)} is used more often than given`;
    unused.set(operand, left - 1);
    used++;
    start = end;
  }
  return used < operands.length ? `${used} of ${operands.length} numbers used` : undefined;
}

/**
 * Reads an expression of decimal integers without leading zeros, the binary operators + - * /,
 * minus signs, parentheses and blanks, with the usual precedence (a sign binds tightest); undefined
 * for any other text. Dijkstra's shunting yard: linear in the text, at any depth of nesting.
 */
export function toPostfix(text: string): Postfix | undefined {
  const postfix: (bigint | Operator)[] = [];
  const waiting: (Operator | "(")[] = [];
  const release = (precedence: number) => {
    for (let top = waiting.length - 1; top >= 0; top--) {
      const operator = waiting[top];
      if (operator === "(" || PRECEDENCE[operator] < precedence) return;
      postfix.push(operator);
      waiting.pop();
    }
  };

  let isOperandNext = true;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isBlank(character)) continue;
    if (isOperandNext) {
      const end = endOfDigits(text, index);
      if (character === "(") waiting.push("(");
      else if (character === "-") waiting.push("negate");
      else if (end === index || (character === "0" && end > index + 1)) return undefined;
      else {
        postfix.push(BigInt(text.slice(index, end)));
        index = end - 1;
        isOperandNext = false;
      }
    } else if (character === ")") {
      release(PRECEDENCE["("]);
      if (waiting.pop() === undefined) return undefined;
    } else if (isBinaryOperator(character)) {
      release(PRECEDENCE[character]);
      waiting.push(character);
      isOperandNext = true;
    } else return undefined;
  }
  release(PRECEDENCE["("]);
  return isOperandNext || waiting.length > 0 ? undefined : postfix;
}

/** The exact value of an expression; undefined if it divides by zero. */
export function evaluatePostfix(postfix: Postfix): Fraction | undefined {
  const values: Fraction[] = [];
  let size = 0;
  for (const item of postfix) {
    if (typeof item === "bigint") values[size++] = [item, 1n];
    else if (item === "negate") values[size - 1] = [-values[size - 1][0], values[size - 1][1]];
    else {
      size--;
      const value = applyOperator(item, values[size - 1], values[size]);
      if (value === undefined) return undefined;
      values[size - 1] = value;
    }
  }
  return values[0];
}

/** A fraction in lowest terms for a reason: "-7/2", or "3" where it is an integer. */
export function formatFraction([numerator, denominator]: Fraction): string {
  const divisor = bigGcd(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  const whole = formatFigure(numerator / divisor);
  return denominator === divisor ? whole : `${whole}/${formatFigure(denominator / divisor)}`;
}

function applyOperator(
  operator: BinaryOperator,
  [a, b]: Fraction,
  [c, d]: Fraction,
): Fraction | undefined {
  switch (operator) {
    case "+":
      return [a * d + c * b, b * d];
    case "-":
      return [a * d - c * b, b * d];
    case "*":
      return [a * c, b * d];
    case "/":
      return c === 0n ? undefined : [a * d, b * c];
  }
}

function isBinaryOperator(character: string): character is BinaryOperator {
  return character === "+" || character === "-" || character === "*" || character === "/";
}

function isBlank(character: string): boolean {
  return character === " " || character.trim() === "";
}

/** Where the run of ASCII digits that starts at `start` ends; `start` itself if there is none. */
function endOfDigits(text: string, start: number): number {
  let end = start;
  while (text[end] >= "0" && text[end] <= "9") end++;
  return end;
}
