import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";

const LARGEST = 2 ** 52;
/** The example of a prompt, and another for the problem that has the first one's number. */
const EXAMPLES = [137, 73];

const Parameters = z.object({ max_number: sizeFrom(1, LARGEST) });
const Instance = instanceOf(Parameters, {
  number: integerFrom(1, LARGEST),
  reference_answer: z.string(),
}).check(
  holds(
    "reference_answer",
    ({ number, reference_answer }) => reference_answer === nestByBits(number),
    "must be the notation of the number",
  ),
);

/** The number is all that distinguishes problems: there are 4 of them at level 0, 32 at level 3. */
export const powerNest = defineEnvironment({
  id: "PowerNest",
  title: "Nested powers of two",
  summary:
    "Write an integer as a sum of powers of two with every exponent written the same way recursively.",
  reward: `${EXACT_WORDS}; ${invalidWords("no such notation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ max_number: 4 }, ({ max_number }) => ({ max_number: 2 * max_number })),

  generate({ max_number }, random) {
    const number = random.integer(1, max_number);
    return { max_number, number, reference_answer: nestByBits(number) };
  },

  prompt({ number }) {
    const example = EXAMPLES.find((other) => other !== number) ?? 1;
    return `A positive integer is written in nested powers of two as follows. Write it as a sum of different powers of two, the largest first. Each power is written by its exponent: 2^0 as 2(0), 2^1 as 2, and 2^e for e ≥ 2 as 2(E), where E is the exponent e written in nested powers of two itself. The powers are joined by + signs, without spaces.

Write ${number} in this notation.

Answer with the notation alone, like this one of ${example}: ${nestByBits(example)}`;
  },

  answer: describedAs("a sum of nested powers of two", plainText),

  score(text, { reference_answer }) {
    if (text === reference_answer) return exact(true, "");
    if (!isNotation(text)) return invalid("not made of 2, 2(0) and 2(…), joined by +");
    return exact(false, `the notation is ${reference_answer}`, "not the notation of the number");
  },

  solve: ({ number }) => nestByHalving(number, 0).join("+"),
});

/** The exponents of the binary digits 1, from the highest down. */
function nestByBits(number: number): string {
  const bits = number.toString(2);
  const powers = [...bits].flatMap((bit, place) =>
    bit === "1" ? [formatPower(bits.length - 1 - place)] : [],
  );
  return powers.join("+");
}

function formatPower(exponent: number): string {
  if (exponent === 0) return "2(0)";
  return exponent === 1 ? "2" : `2(${nestByBits(exponent)})`;
}

/** The powers of number · 2^shift, found by taking off the lowest digit and halving. */
function nestByHalving(number: number, shift: number): string[] {
  if (number === 0) return [];
  const higher = nestByHalving(Math.floor(number / 2), shift + 1);
  if (number % 2 === 0) return higher;
  const exponent =
    shift === 0 ? "(0)" : shift === 1 ? "" : `(${nestByHalving(shift, 0).join("+")})`;
  return [...higher, `2${exponent}`];
}

/** Whether a text is a sum of 2, 2(0) and 2(sum). Linear, without recursion. */
function isNotation(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; ) {
    // A power begins here.
    if (text[at++] !== "2") return false;
    if (text.startsWith("(0)", at)) at += 3;
    else if (text[at] === "(") {
      depth++;
      at++;
      continue;
    }
    for (; depth > 0 && text[at] === ")"; at++) depth--;
    if (at === text.length) return depth === 0;
    if (text[at++] !== "+") return false;
  }
  return false;
}
