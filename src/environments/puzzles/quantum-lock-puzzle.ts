import { z } from "zod";
import { applyRule, findPresses, type Lock } from "../engines/button-lock/search.ts";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS } from "../toolkit/scoring/exact.ts";
import {
  correct,
  invalid,
  invalidWords,
  partial,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const STEPS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const OPERATORS = ["+", "-", "*"] as const;
const OPERATOR_WEIGHTS = [0.4, 0.4, 0.2];
/** Multiplications are by 2 or 3. */
const LARGEST_FACTOR = 3;
/** Far beyond any use; the bounds keep looking for presses within seconds. */
const LARGEST_N = 200;
const MAX_STEPS = 12;
/** Larger values of Y are out of reach of so few presses. */
const LARGEST_Y = LARGEST_N * LARGEST_FACTOR ** (MAX_STEPS + 1) * 2;

const Rule = z.tuple([z.enum(OPERATORS), integerFrom(1, LARGEST_N)]);
const Button = z.tuple([Rule, Rule]);
type Rule = z.infer<typeof Rule>;
type Button = z.infer<typeof Button>;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N), steps: sizeFrom(1, MAX_STEPS) });
const Instance = instanceOf(Parameters, {
  Y_start: integerFrom(-LARGEST_N, LARGEST_N),
  Y_target: integer.min(-LARGEST_Y).max(LARGEST_Y),
  buttons: z.array(Button),
  reference_answer: z.string(),
}).check(
  lengths("N", "buttons"),
  holds(
    "buttons",
    ({ buttons }) =>
      buttons.every((button) =>
        button.every(
          ([operator, value]) => operator !== "*" || (value > 1 && value <= LARGEST_FACTOR),
        ),
      ),
    `must multiply by 2 to ${LARGEST_FACTOR}`,
  ),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) =>
      verdict(integerList.parse(reference_answer) ?? [-1], problem).reward === 1,
    "must reach the target",
  ),
);

export const quantumLockPuzzle = defineEnvironment({
  id: "QuantumLockPuzzle",
  title: "Two-state button lock",
  summary:
    "Press buttons whose effect on Y alternates with a toggling bit until Y equals the target.",
  reward: `${EXACT_WORDS}; ${invalidWords("no button")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }, ({ N }) => STEPS.map((steps) => ({ N, steps }))),

  generate({ N, steps }, random) {
    const Y_start = random.integer(-N, N);
    const buttons = Array.from(
      { length: N },
      (): Button => [drawRule(N, random), drawRule(N, random)],
    );
    const presses = random.integers(steps + random.integer(0, 1), 0, N - 1);
    const seen = new Set([Y_start]);
    let [Y, Y_target, reached] = [Y_start, Y_start, 0];
    for (const [count, press] of presses.entries()) {
      Y = applyRule(buttons[press][count % 2], Y);
      if (!seen.has(Y)) [Y_target, reached] = [Y, count + 1];
      seen.add(Y);
    }
    const reference_answer = presses.slice(0, reached).join(" ");
    return { N, steps, Y_start, Y_target, buttons, reference_answer };
  },

  prompt: ({ N, Y_start, Y_target, buttons }) =>
    `A lock has two variables, X and Y. At first X is 0 and Y is ${Y_start}. It has ${N} buttons, numbered from 0. Pressing a button changes Y by the button's rule for the present value of X; then X becomes 1 if it was 0, and 0 if it was 1. The rules are:
${formatLines(buttons, ([first, second], index) => `button ${index}: ${formatRule(first)} when X = 0; ${formatRule(second)} when X = 1`)}

Find a sequence of presses, of any length, after which Y is ${Y_target}. Each button may be pressed any number of times.

Answer with the numbers of the buttons in the order in which they are pressed, on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score: verdict,

  solve: (problem) => (findPresses(problem, LARGEST_Y) ?? []).join(" "),
});

function drawRule(N: number, random: Random): Rule {
  const operator = OPERATORS[random.weightedIndex(OPERATOR_WEIGHTS)];
  return [operator, operator === "*" ? random.integer(2, LARGEST_FACTOR) : random.integer(1, N)];
}

function formatRule([operator, value]: Rule): string {
  const sign = operator === "*" ? "·" : operator === "-" ? "−" : "+";
  return `Y becomes Y ${sign} ${value}`;
}

/**
 * Plays the presses. Once |Y| is so large that subtracting at each press left could not bring it
 * back, it never comes back: multiplications only lead further away.
 */
function verdict(
  presses: readonly number[],
  { N, Y_start, Y_target, buttons }: Omit<Lock, "steps"> & { readonly N: number },
): Verdict {
  const stray = findRangeFault(presses, 0, N - 1);
  if (stray !== undefined) return invalid(stray);
  let Y = Y_start;
  for (const [count, press] of presses.entries()) {
    Y = applyRule(buttons[press][count % 2], Y);
    const reach = Math.abs(Y_target) + LARGEST_N * (presses.length - count - 1);
    if (Math.abs(Y) > reach) return partial(0, "Y grows too far from the target");
  }
  return Y === Y_target ? correct() : partial(0, `Y is ${Y} in the end, not ${Y_target}`);
}
