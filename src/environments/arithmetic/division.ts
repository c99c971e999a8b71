import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Equivalent ways to ask, of which `prompt_template` selects one. */
const PHRASINGS: readonly ((a: bigint, b: bigint) => string)[] = [
  (a, b) => `What is ${a} divided by ${b}?`,
  (a, b) => `Divide ${a} by ${b}.`,
  (a, b) => `Compute the quotient of ${a} and ${b}.`,
  (a, b) => `Work out ${a} ÷ ${b}.`,
  (a, b) => `Find the value of ${a} / ${b}.`,
  (a, b) => `How many times does ${b} go into ${a}?`,
  (a, b) => `Calculate ${a} : ${b}.`,
  (a, b) => `How much is ${a} divided by ${b}?`,
  (a, b) => `Give the quotient ${a} ÷ ${b}.`,
  (a, b) => `The number ${a} is divided by ${b}. What is the quotient?`,
];

/** Far beyond any use; the bound keeps every accepted draw fast. */
const MAX_DIGITS = 9_000;

const Parameters = z.object({
  divisor_digit_num: sizeFrom(1, MAX_DIGITS),
  answer_digit_num: sizeFrom(1, MAX_DIGITS),
});
const Instance = instanceOf(Parameters, {
  a: bigIntegerFrom(0n),
  b: bigIntegerFrom(1n),
  reference_answer: bigIntegerFrom(0n),
  prompt_template: integerFrom(0, PHRASINGS.length - 1),
}).check(
  holds(
    "reference_answer",
    ({ a, b, reference_answer }) => a / b === reference_answer,
    "must be the quotient",
  ),
);

export const division = defineEnvironment({
  id: "Division",
  title: "Integer division",
  summary: "Compute the integer quotient of two non-negative integers.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ divisor_digit_num: 1, answer_digit_num: 1 }),

  generate({ divisor_digit_num, answer_digit_num }, random) {
    const b = random.bigInteger(1n, 10n ** BigInt(divisor_digit_num) - 1n);
    const reference_answer = random.bigInteger(0n, 10n ** BigInt(answer_digit_num) - 1n);
    const a = b * reference_answer + random.bigInteger(0n, b - 1n);
    const prompt_template = random.integer(0, PHRASINGS.length - 1);
    return { divisor_digit_num, answer_digit_num, a, b, reference_answer, prompt_template };
  },

  prompt: ({ a, b, prompt_template }) =>
    `${PHRASINGS[prompt_template](a, b)} Round down to an integer.

Answer with the quotient as one integer, like this: n`,

  ...exactBigInteger(({ a, b }: { a: bigint; b: bigint }) => a / b),
});
