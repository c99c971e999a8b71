import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { partial } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const digits = matching({ beta: 1, unit: "digits right" });

/** Bases of the levels go no further. */
const LARGEST_BASE = 16;

const Parameters = z.object({ MAX_N: sizeFrom(1, 2 ** 52), MAX_R: sizeFrom(2, 2 ** 20) });
const Instance = instanceOf(Parameters, {
  N: integer,
  R: integerFrom(2, 2 ** 20),
  gold_answer: integersFrom(0, 2 ** 20),
  reference_answer: z.string(),
}).check(
  holds("N", ({ N }) => N !== 0, "must not be 0"),
  holds(
    "gold_answer",
    ({ N, R, gold_answer }) => {
      const right = toDigits(N, R);
      return (
        right.length === gold_answer.length && countAgreements(right, gold_answer) === right.length
      );
    },
    "must be the digits of N",
  ),
);

export const negativeBase = defineEnvironment({
  id: "NegativeBase",
  title: "Negative base conversion",
  summary: "Write a nonzero integer in base −R as a list of digits, most significant first.",
  reward: `${digits.words}, 0 for a wrong number of digits`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { MAX_N: 4 },
    ({ MAX_N }) => ({ MAX_N: 2 * MAX_N }),
    ({ MAX_N }) => [{ MAX_N, MAX_R: Math.min(MAX_N, LARGEST_BASE) }],
  ),

  generate({ MAX_N, MAX_R }, random) {
    const N = redrawUntil(() => random.integer(-MAX_N, MAX_N) || undefined);
    const R = random.integer(2, MAX_R);
    const gold_answer = toDigits(N, R);
    return { MAX_N, MAX_R, N, R, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ N, R }) =>
    `Write ${N} in base −${R}: find digits d[k], …, d[1], d[0], each from 0 to ${R - 1} and the first not 0, for which the sum of d[i]·(−${R})^i over all of them is ${N}.

Answer with the digits, each as a decimal number, from d[k] to d[0], on one line, separated by spaces, like this: d[k] … d[1] d[0]`,

  answer: integerList,

  score(answer, { gold_answer }) {
    if (answer.length !== gold_answer.length) {
      const count = formatCount(answer.length, "digit");
      return partial(
        0,
        `${count} instead of ${gold_answer.length}`,
        `${count} are too few or too many`,
      );
    }
    return digits.verdict(countAgreements(answer, gold_answer), gold_answer.length);
  },

  solve: ({ N, R }) => toDigitsByComplement(N, R).join(" "),
});

/** Division by −R, again and again, with remainders in [0, R). O(log N). */
function toDigits(N: number, R: number): number[] {
  const digits: number[] = [];
  for (let rest = N; rest !== 0; ) {
    const digit = ((rest % R) + R) % R;
    digits.push(digit);
    rest = -(rest - digit) / R;
  }
  return digits.reverse();
}

/**
 * With R − 1 added at each odd place, N becomes a number whose digits in base R are those of N in
 * base −R at the even places, and R − 1 less those at the odd ones.
 */
function toDigitsByComplement(N: number, R: number): number[] {
  const base = BigInt(R);
  let [offset, places] = [0n, 0];
  for (
    let unit = 1n;
    places < 2 || unit <= 4n * BigInt(Math.abs(N)) * base;
    places++, unit *= base
  ) {
    if (places % 2 === 1) offset += (base - 1n) * unit;
  }
  const digits: number[] = [];
  let rest = BigInt(N) + offset;
  for (let place = 0; place < places; place++, rest /= base) {
    const digit = Number(rest % base);
    digits.push(place % 2 === 0 ? digit : R - 1 - digit);
  }
  return digits.slice(0, digits.findLastIndex((digit) => digit !== 0) + 1).reverse();
}
