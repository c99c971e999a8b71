import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { maximised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

const BETA = 5;
const DIGITS = "12";
/** This share of the strings, rounded down, are prefixes of others: these are the hard to place. */
const PREFIX_SHARE = 0.6;
const MAX_DIGIT_NUM_OF_LEVELS = 5;

/** Far beyond any use; the bound keeps scoring, which reads all digits as one integer, fast. */
const MAX_DIGITS = 100_000;

const Parameters = z
  .object({ N: z.int().min(2), MAX_DIGIT_NUM: z.int().min(1) })
  .refine(
    ({ N, MAX_DIGIT_NUM }) => N * MAX_DIGIT_NUM <= MAX_DIGITS,
    `N · MAX_DIGIT_NUM must be at most ${MAX_DIGITS}`,
  );
const Instance = Parameters.safeExtend({
  array: z
    .array(z.string().regex(/^[0-9]+$/))
    .refine((strings) => strings.join("").length <= MAX_DIGITS, "too many digits"),
  gold: bigInteger,
  reference_answer: z.string(),
});

export const maxPermutation = defineEnvironment({
  id: "MaxPermutation",
  title: "Largest concatenated number",
  summary: "Order digit strings so that their concatenation is the largest possible integer.",
  reward: "(value/best)^5; invalid −0.5",
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

Answer with the numbers of the strings (0 to ${N - 1}) in this order on one line, separated by spaces, like this: i j k …`,

  answer: integerList,

  score(order, { N, array, gold }) {
    const fault = findPermutationFault(order, N);
    if (fault !== undefined) return invalid(fault);
    return maximised(concatenate(order, array), gold, BETA);
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
