import { z } from "zod";
import {
  evaluatePostfix,
  findOperandFault,
  formatFraction,
  toPostfix,
} from "../engines/countdown/expressions.ts";
import { findNearest } from "../engines/countdown/nearest.ts";
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
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { powerOfRatio } from "../toolkit/scoring/powers.ts";
import {
  correct,
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  partial,
} from "../toolkit/scoring/verdicts.ts";

/** Of so many operands or fewer the nearest value is known; of more, the target can be reached. */
const MAX_KNOWN = 6;
/** With 7 operands up to 1000 and targets up to 100,000, few draws fail. */
const MAX_DRAWS = 1_000_000;
/** The stored nearest value is rounded: a distance that agrees with its own so far is the least. */
const TOLERANCE = 1e-9;

const Instance = instanceOf(CountdownParameters, {
  target: integerFrom(0),
  operands: integersFrom(1, LARGEST_OPERAND),
  reference_result: z.number().optional(),
}).check(
  lengths("num_operands", "operands"),
  holds(
    "reference_result",
    ({ num_operands, reference_result }) =>
      num_operands <= MAX_KNOWN === (reference_result !== undefined),
    `must be there for up to ${MAX_KNOWN} operands, and only then`,
  ),
);

/** The least distance there is from the target. */
interface Aim {
  readonly target: number;
  readonly reference_result?: number | undefined;
}

function leastDistance({ target, reference_result }: Aim): number {
  return reference_result === undefined ? 0 : Math.abs(reference_result - target);
}

/**
 * The reward is below 1 where the target is out of reach: the best answers have a mean of 0.24 at level
 * 0, with three numbers, 0.58 and 0.96 at levels 1 and 2, and 1 beyond.
 */
export const countdownClose = defineEnvironment({
  id: "CountdownClose",
  title: "Countdown, nearest value",
  summary:
    "Combine the given numbers, each used once, with + − × ÷ into an expression as near the target as possible.",
  reward: `1/(1 + |value − target|), which passes where no value is nearer; ${invalidWords("wrong numbers")}, ${malformedWords("division by zero")}`,
  parameters: CountdownParameters,
  instance: Instance,
  levels: countdownLevels,

  generate({ num_operands, max_operand, max_target }, random) {
    return redrawUntil(() => {
      const target = random.integer(0, max_target);
      const operands = random.integers(num_operands, 1, max_operand);
      const problem = { num_operands, max_operand, max_target, target, operands };
      const isReached = findExpression(operands, target) !== undefined;
      if (num_operands > MAX_KNOWN) return isReached ? problem : undefined;
      const reference_result = isReached ? target : findNearest(operands, target).value;
      return { ...problem, reference_result };
    }, MAX_DRAWS);
  },

  prompt({ operands, target }) {
    const { rules, form } = describeExpressions(operands);
    return `Here are ${operands.length} numbers:
${operands.join(" ")}

Write an arithmetic expression whose value is as near to ${target} as possible, above or below, and that uses each of these numbers exactly once; equal ones count separately. ${rules}

${form}`;
  },

  answer: describedAs("an arithmetic expression", plainText),

  score(expression, { operands, target, reference_result }) {
    const fault = findOperandFault(expression, operands);
    if (fault !== undefined) return invalid(fault);
    const postfix = toPostfix(expression);
    if (postfix === undefined) return malformed("not an expression of + - * / and parentheses");
    const value = evaluatePostfix(postfix);
    if (value === undefined) return malformed("division by zero");
    const [numerator, denominator] = value[1] < 0n ? [-value[0], -value[1]] : value;
    const difference = numerator - BigInt(target) * denominator;
    if (difference === 0n) return correct();
    const distance = difference < 0n ? -difference : difference;
    const reward = powerOfRatio(denominator, denominator + distance, 1);
    const least = leastDistance({ target, reference_result });
    const isLeast = Math.abs(1 / reward - 1 - least) <= TOLERANCE * Math.max(1, least);
    return partial(
      isLeast ? 1 / (1 + least) : reward,
      `value ${formatFraction(value)}, target ${target}`,
    );
  },

  solve: ({ operands, target }) =>
    findExpression(operands, target) ??
    (operands.length > MAX_KNOWN ? "" : findNearest(operands, target).text),

  passingThreshold: (instance) => 1 / (1 + leastDistance(instance)),
});
