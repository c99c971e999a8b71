import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

const OPERATIONS = ["+", "-", "*"] as const;
type Operation = (typeof OPERATIONS)[number];
/**
 * The sets of values grow about threefold with each operand; beyond, they take seconds and more. At 23
 * operands (level 20) the answer itself is of the order of 10⁹, and to tell so many values apart no way
 * is known but to hold them, for which no memory suffices.
 */
const MAX_OPERANDS = 16;

const Parameters = z.object({ num_operands: sizeFrom(3, MAX_OPERANDS) });
const Instance = instanceOf(Parameters, {
  operands: integersFrom(1, MAX_OPERANDS ** 2),
  operations: z.array(z.enum(OPERATIONS)),
  reference_answer: integerFrom(1),
}).check(
  lengths("num_operands", "operands"),
  lengths(({ num_operands }) => num_operands - 1, "operations"),
);

interface Expression {
  operands: readonly number[];
  operations: readonly Operation[];
}

/**
 * At level 0 the answer is 2 or, where the order does not matter, 1. Level 13 is the last;
 * generation takes some 50 ms at level 12 and half a second there.
 */
export const expressionAddingParentheseCounting = defineEnvironment({
  id: "Expression_AddingParenthese_Counting",
  title: "Values by parentheses",
  summary: "Count the distinct values an expression of +, −, * can take by inserting parentheses.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ num_operands: 3 }),

  generate({ num_operands }, random) {
    const operands = random.integers(num_operands, 1, num_operands ** 2);
    const operations = Array.from({ length: num_operands - 1 }, () => random.choice(OPERATIONS));
    const reference_answer = countValues({ operands, operations });
    return { num_operands, operands, operations, reference_answer };
  },

  prompt: (instance) =>
    `Here is an expression:
${formatExpression(instance)}

Parentheses may be inserted into it in any way that settles the order in which the operations are carried out; the numbers and operations stay where they are. For example, 8 - 2 * 3 can become (8 - 2) * 3 = 18 or 8 - (2 * 3) = 2.

How many different values can the expression take? Every order of the operations is allowed, whatever their usual precedence.

Answer with the number of different values as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 1 }, countValues),
});

function formatExpression({ operands, operations }: Expression): string {
  return operands
    .map((operand, index) => (index === 0 ? "" : `${operations[index - 1]} `) + operand)
    .join(" ");
}

/**
 * The values of each part of the expression from those of its two sides at each operation (interval
 * DP over sets). A part with + alone or * alone has one value. Values are integers below 2^53 kept
 * as numbers, larger ones as bigints, so that equal values are one element of a set.
 */
function countValues({ operands, operations }: Expression): number {
  const n = operands.length;
  const values: Set<number | bigint>[][] = Array.from({ length: n }, () => []);
  for (let right = 0; right < n; right++) {
    values[right][right] = new Set([operands[right]]);
    for (let left = right - 1; left >= 0; left--) {
      const operation = operations[left];
      const isUniform =
        operation !== "-" && operations.slice(left, right).every((other) => other === operation);
      const found = new Set<number | bigint>();
      for (let split = left; split < (isUniform ? left + 1 : right); split++) {
        for (const a of values[split][left]) {
          for (const b of values[right][split + 1]) found.add(apply(operations[split], a, b));
        }
      }
      values[right][left] = found;
    }
  }
  return values[n - 1][0].size;
}

/** The exact value; a number exactly where it is a safe integer. */
function apply(operation: Operation, a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === "number" && typeof b === "number") {
    const value = operation === "+" ? a + b : operation === "-" ? a - b : a * b;
    if (Number.isSafeInteger(value)) return value + 0; // + 0 turns −0 into 0
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const value = operation === "+" ? x + y : operation === "-" ? x - y : x * y;
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
    ? Number(value)
    : value;
}
