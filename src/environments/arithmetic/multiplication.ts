import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Equivalent ways to ask, of which `prompt_template` selects one. */
const PHRASINGS: readonly ((a: bigint, b: bigint) => string)[] = [
  (a, b) => `What is ${a} times ${b}?`,
  (a, b) => `Multiply ${a} by ${b}.`,
  (a, b) => `Compute the product of ${a} and ${b}.`,
  (a, b) => `Work out ${a} · ${b}.`,
  (a, b) => `Find the value of ${a} × ${b}.`,
  (a, b) => `Calculate ${a} * ${b}.`,
  (a, b) => `How much is ${a} multiplied by ${b}?`,
  (a, b) => `Give the product ${a} × ${b}.`,
  (a, b) => `The numbers ${a} and ${b} are multiplied. What is the result?`,
  (a, b) => `Evaluate (${a}) × (${b}).`,
];

/** Far beyond any use; the bound keeps every accepted draw fast. */
const MAX_DIGITS = 9_000;

const Parameters = z.object({ digit_num: sizeFrom(1, MAX_DIGITS) });
const Instance = instanceOf(Parameters, {
  a: bigIntegerFrom(0n),
  b: bigIntegerFrom(0n),
  reference_answer: bigIntegerFrom(0n),
  prompt_template: integerFrom(0, PHRASINGS.length - 1),
}).check(
  holds("a", ({ a, digit_num }) => a <= largestOf(digit_num), "must have at most digit_num digits"),
  holds("b", ({ b, digit_num }) => b <= largestOf(digit_num), "must have at most digit_num digits"),
);

export const multiplication = defineEnvironment({
  id: "Multiplication",
  title: "Integer multiplication",
  summary: "Multiply two non-negative integers.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ digit_num: 2 }),

  generate({ digit_num }, random) {
    const a = random.bigInteger(0n, largestOf(digit_num));
    const b = random.bigInteger(0n, largestOf(digit_num));
    const prompt_template = random.integer(0, PHRASINGS.length - 1);
    return { digit_num, a, b, reference_answer: a * b, prompt_template };
  },

  prompt: ({ a, b, prompt_template }) =>
    `${PHRASINGS[prompt_template](a, b)}

Answer with the product as one integer, like this: n`,

  ...exactBigInteger(({ a, b }: { a: bigint; b: bigint }) => a * b),
});

/** The largest integer of so many digits. */
function largestOf(digitCount: number): bigint {
  return 10n ** BigInt(digitCount) - 1n;
}
