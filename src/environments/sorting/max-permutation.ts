import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const integer = maximising({ beta: 5 });

const DIGITS = "12";
/** This share of the strings, rounded down, are prefixes of others: these are the hard to place. */
const PREFIX_SHARE = 0.6;
const MAX_DIGIT_NUM_OF_LEVELS = 5;

/** Far beyond any use; the bound keeps scoring, which reads all digits as one integer, fast. */
const MAX_DIGITS = 100_000;

const Parameters = z
  .object({ N: sizeFrom(2, MAX_DIGITS), MAX_DIGIT_NUM: sizeFrom(1, MAX_DIGITS) })
  .check(
    holds(
      "MAX_DIGIT_NUM",
      ({ N, MAX_DIGIT_NUM }) => N * MAX_DIGIT_NUM <= MAX_DIGITS,
      `N · MAX_DIGIT_NUM must be at most ${MAX_DIGITS}`,
    ),
  );
const Instance = instanceOf(Parameters, {
  array: z.array(textOver(DIGITS).min(1)),
  gold: bigIntegerFrom(1n),
  reference_answer: z.string(),
}).check(
  lengths("N", "array"),
  holds(
    "array",
    ({ MAX_DIGIT_NUM, array }) => array.every(({ length }) => length <= MAX_DIGIT_NUM),
    ({ MAX_DIGIT_NUM }) => `must hold strings of at most ${MAX_DIGIT_NUM} digits`,
  ),
);

export const maxPermutation = defineEnvironment({
  id: "MaxPermutation",
  title: "Largest concatenated number",
  summary: "Order digit strings so that their concatenation is the largest possible integer.",
  reward: `${integer.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["gold"],
  levels: recurrence({ N: 3, MAX_DIGIT_NUM: MAX_DIGIT_NUM_OF_LEVELS }, ({ N, MAX_DIGIT_NUM }) => ({
    N: grow(N),
    MAX_DIGIT_NUM,
  })),

  generate({ N, MAX_DIGIT_NUM }, random) {
    const prefixCount = Math.floor(PREFIX_SHARE * N);
    const whole = Array.from({ length: N - prefixCount }, () =>
      uniformText(MAX_DIGIT_NUM, DIGITS, random),
    );
    const prefixes = Array.from({ length: prefixCount }, () =>
      random.choice(whole).slice(0, random.integer(1, MAX_DIGIT_NUM)),
    );
    const array = random.shuffle([...whole, ...prefixes]);
    const order = largestOrder(array);
    return {
      N,
      MAX_DIGIT_NUM,
      array,
      gold: concatenate(order, array),
      reference_answer: order.join(" "),
    };
  },

  prompt: ({ N, array }) =>
    `Here are ${N} strings of digits, numbered from 0:
${formatLines(array, (digits, number) => `string ${number}: ${digits}`)}

Write all ${N} strings one after the other, each exactly once, in such an order that the resulting string of digits, read as one integer, is as large as possible.

Answer with the numbers of the strings (0 to ${N - 1}) in this order on one line, separated by spaces, like this: ${placeholders(N, "i")}`,

  answer: integerList,

  score(order, { N, array, gold }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    return integer.verdict(concatenate(order, array), gold);
  },

  solve: ({ array }) => largestOrder(array).join(" "),
});

function concatenate(order: readonly number[], array: readonly string[]): bigint {
  return BigInt(order.map((index) => array[index]).join(""));
}

/** x before y where xy > yx, which is transitive: O(N log N) comparisons. */
function largestOrder(array: readonly string[]): number[] {
  return [...array.keys()].sort((a, b) => {
    const [ab, ba] = [array[a] + array[b], array[b] + array[a]];
    return ab > ba ? -1 : ab < ba ? 1 : 0;
  });
}
