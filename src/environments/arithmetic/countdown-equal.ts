import {
  evaluatePostfix,
  findOperandFault,
  formatFraction,
  toPostfix,
} from "../engines/countdown/expressions.ts";
import {
  CountdownParameters,
  countdownLevels,
  describeExpressions,
  LARGEST_OPERAND,
} from "../engines/countdown/parameters.ts";
import { findExpression } from "../engines/countdown/search.ts";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";

/** With two operands up to 1000 and targets up to 100,000, one draw in 40,000 is solvable. */
const MAX_DRAWS = 10_000_000;

const Instance = instanceOf(CountdownParameters, {
  target: integerFrom(0),
  operands: integersFrom(1, LARGEST_OPERAND),
}).check(lengths("num_operands", "operands"));

export const countdownEqual = defineEnvironment({
  id: "CountdownEqual",
  title: "Countdown, exact target",
  summary:
    "Combine the given numbers, each used once, with + − × ÷ and parentheses into an expression equal to the target.",
  reward: `${EXACT_WORDS}; ${invalidWords("wrong numbers")}, ${malformedWords("division by zero")}`,
  version: 2,
  parameters: CountdownParameters,
  instance: Instance,
  levels: countdownLevels,

  generate({ num_operands, max_operand, max_target }, random) {
    return redrawUntil(() => {
      const target = random.integer(0, max_target);
      const operands = random.integers(num_operands, 1, max_operand);
      if (findExpression(operands, target) === undefined) return undefined;
      return { num_operands, max_operand, max_target, target, operands };
    }, MAX_DRAWS);
  },

  prompt({ operands, target }) {
    const { rules, form } = describeExpressions(operands);
    return `Here are ${operands.length} numbers:
${operands.join(" ")}

Write an arithmetic expression with the value ${target} that uses each of these numbers exactly once; equal ones count separately. ${rules}

${form}`;
  },

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
