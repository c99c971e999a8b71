import { z } from "zod";
import { counting } from "../../toolkit/levels.ts";
import { holds } from "../../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../../toolkit/schemas/integers.ts";

const MAX_OPERANDS = [8, 16, 24, 32, 40, 48];
export const LARGEST_OPERAND = 1_000;
/** Targets lie in [0, TARGET_MULTIPLE · max_operand] at all levels. */
const TARGET_MULTIPLE = 10;
/** Beyond this multiple, a draw is hardly ever solvable. */
const MAX_TARGET_MULTIPLE = 100;

/** Far beyond any use; the bound keeps scoring fast, as fractions grow with each operation. */
const MAX_NUM_OPERANDS = 1_000;

/** The parameters of the countdown games. */
export const CountdownParameters = z
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

/** Their levels. */
export const countdownLevels = counting({ num_operands: 3 }, ({ num_operands }) =>
  MAX_OPERANDS.map((max_operand) => ({
    num_operands,
    max_operand,
    max_target: TARGET_MULTIPLE * max_operand,
  })),
);

/** Examples of two, three and four operands. */
const EXAMPLES = ["a + b", "(a + b) * c", "(a + b) * c - d"];

/** What an expression may hold, and how it is answered; between them stands the task. */
export function describeExpressions(operands: readonly number[]) {
  return {
    rules:
      "Apart from the numbers, it may hold only the operators +, -, *, / (division is exact and may give fractions), minus signs, parentheses and spaces. Joining digits to form other numbers (12 from 1 and 2) is not allowed.",
    form: `Answer with the expression alone, without an equals sign, like this: ${EXAMPLES[operands.length - 2] ?? "(a + b) * c - …"}`,
  };
}
