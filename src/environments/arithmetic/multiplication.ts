import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger as bigIntegerForm } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";

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

const Parameters = z.object({
  digit_num: z.int().min(1).max(MAX_DIGITS, `digit_num must be at most ${MAX_DIGITS}`),
});
const Instance = Parameters.extend({
  a: bigInteger,
  b: bigInteger,
  reference_answer: bigInteger,
  prompt_template: z.int().min(0).lt(PHRASINGS.length),
});

export const multiplication = defineEnvironment({
  id: "Multiplication",
  title: "Integer multiplication",
  summary: "Multiply two non-negative integers.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ digit_num: 2 }, ({ digit_num }) => ({ digit_num: digit_num + 1 })),

  generate({ digit_num }, random) {
    const largest = 10n ** BigInt(digit_num) - 1n;
    const a = random.bigInteger(0n, largest);
    const b = random.bigInteger(0n, largest);
    const prompt_template = random.integer(0, PHRASINGS.length - 1);
    return { digit_num, a, b, reference_answer: a * b, prompt_template };
  },

  prompt: ({ a, b, prompt_template }) =>
    `${PHRASINGS[prompt_template](a, b)}

Answer with the product as one integer in decimal digits, without separators.`,

  answer: bigIntegerForm,

  score: (product, { reference_answer }) => exactValue(product, reference_answer),

  solve: ({ a, b }) => String(a * b),
});
