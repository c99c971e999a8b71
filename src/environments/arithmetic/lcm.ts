import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { gcd } from "../toolkit/numbers/gcd.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

/** Equivalent ways to ask, of which `prompt_template` selects one. */
const PHRASINGS: readonly ((a: number, b: number) => string)[] = [
  (a, b) => `What is the least common multiple of ${a} and ${b}?`,
  (a, b) => `Find the least common multiple of ${a} and ${b}.`,
  (a, b) => `Compute lcm(${a}, ${b}), the least common multiple.`,
  (a, b) => `What is the smallest positive integer that both ${a} and ${b} divide?`,
  (a, b) => `Determine the smallest positive multiple that ${a} and ${b} have in common.`,
  (a, b) => `Calculate the least common multiple of the numbers ${a} and ${b}.`,
  (a, b) => `Give the smallest positive integer that is a multiple of ${a} and of ${b}.`,
  (a, b) => `Which is the least positive number divisible by ${a} as well as by ${b}?`,
  (a, b) => `Work out the least common multiple of ${a} and ${b}.`,
  (a, b) => `The numbers ${a} and ${b} are given. What is their least common multiple?`,
];

/** Up to it, products are below 2^53. */
const LARGEST = 94_000_000;

const Parameters = z.object({ MAX_a_b: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  a: integerFrom(1, LARGEST),
  b: integerFrom(1, LARGEST),
  reference_answer: integerFrom(1),
  prompt_template: integerFrom(0, PHRASINGS.length - 1),
});

export const lcm = defineEnvironment({
  id: "LCM",
  title: "Least common multiple",
  summary: "Compute the least common multiple of two integers.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_a_b: 15 }, ({ MAX_a_b }) => ({ MAX_a_b: Math.floor(1.5 * MAX_a_b) })),

  generate({ MAX_a_b }, random) {
    const [a, b] = random.integers(2, 2, MAX_a_b);
    const prompt_template = random.integer(0, PHRASINGS.length - 1);
    return { MAX_a_b, a, b, reference_answer: (a / gcd(a, b)) * b, prompt_template };
  },

  prompt: ({ a, b, prompt_template }) =>
    `${PHRASINGS[prompt_template](a, b)}

Answer with the least common multiple as one integer, like this: n`,

  ...exactInteger(({ a, b }: { a: number; b: number }) => (a / gcd(a, b)) * b),
});
