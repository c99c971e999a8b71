import { z } from "zod";
import {
  evaluatePostfix,
  findOperandFault,
  formatFraction,
  toPostfix,
} from "../engines/countdown/expressions.ts";
import { findExpression } from "../engines/countdown/search.ts";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { counting } from "../toolkit/levels.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";

const MAX_OPERANDS = [8, 16, 24, 32, 40, 48];
const LARGEST_OPERAND = 1_000;
/** Targets lie in [0, TARGET_MULTIPLE · max_operand] at all levels. */
const TARGET_MULTIPLE = 10;
/** Beyond this multiple, a draw is hardly ever solvable. */
const MAX_TARGET_MULTIPLE = 100;
/** With two operands up to 1000 and targets up to 100,000, one draw in 40,000 is solvable. */
const MAX_DRAWS = 10_000_000;

/** Far beyond any use; the bound keeps scoring fast, as fractions grow with each operation. */
const MAX_NUM_OPERANDS = 1_000;

const Parameters = z
  .object({
    num_operands: sizeFrom(2, MAX_NUM_OPERANDS),
    max_operand: sizeFrom(1, LARGEST_OPERAND),
    max_target: integerFrom(0),
  })
  .check(
    holds(
      "max_target",
      ({ max_operand, max_target }) => max_target <= MAX_TARGET_MULTIPLE * max_operand,
      `must be at most ${MAX_TARGET_MULTIPLE} · max_operand`,
    ),
  );
const Instance = instanceOf(Parameters, {
  target: integerFrom(0),
  operands: integersFrom(1, LARGEST_OPERAND),
}).check(lengths("num_operands", "operands"));

/** Examples of two, three and four operands. */
const EXAMPLES = ["a + b", "(a + b) * c", "(a + b) * c - d"];

export const countdownEqual = defineEnvironment({
  id: "CountdownEqual",
  title: "Countdown, exact target",
  summary:
    "Combine the given numbers, each used once, with + − × ÷ and parentheses into an expression equal to the target.",
  reward: `${EXACT_WORDS}; ${invalidWords("wrong numbers")}, ${malformedWords("division by zero")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ num_operands: 3 }, ({ num_operands }) =>
    MAX_OPERANDS.map((max_operand) => ({
      num_operands,
      max_operand,
      max_target: TARGET_MULTIPLE * max_operand,
    })),
  ),

  generate({ num_operands, max_operand, max_target }, random) {
    return redrawUntil(() => {
      const target = random.integer(0, max_target);
      const operands = random.integers(num_operands, 1, max_operand);
      if (findExpression(operands, target) === undefined) return undefined;
      return { num_operands, max_operand, max_target, target, operands };
    }, MAX_DRAWS);
  },

  prompt: ({ operands, target }) =>
    `Here are ${operands.length} numbers:
${operands.join(" ")}

Write an arithmetic expression with the value ${target} that uses each of these numbers exactly once; equal ones count separately. Apart from the numbers, it may hold only the operators +, -, *, / (division is exact and may give fractions), minus signs, parentheses and spaces. Joining digits to form other numbers (12 from 1 and 2) is not allowed.

Answer with the expression alone, without an equals sign, like this: ${EXAMPLES[operands.length - 2] ?? "(a + b) * c - …"}`,

  answer: describedAs("an arithmetic expression", plainText),

  score(expression, { operands, target }) {
    const fault = findOperandFault(expression, operands);
    if (fault !== undefined) return invalid(fault);
    const postfix = toPostfix(expression);
    if (postfix === undefined) return malformed("not an expression of + - * / and parentheses");
    const value = evaluatePostfix(postfix);
    if (value === undefined) return malformed("division by zero");
    const [numerator, denominator] = value;
    const isHit = numerator === BigInt(target) * denominator;
    return exact(isHit, `value ${formatFraction(value)}, target ${target}`);
  },

  solve: ({ operands, target }) => findExpression(operands, target) ?? "",
});
