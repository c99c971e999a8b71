import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** The scores of so many numbers add up to less than 2^53. */
const LARGEST_R = 10 ** 12;

const Parameters = z.object({ MAX_R: sizeFrom(20, LARGEST_R) });
const Instance = instanceOf(Parameters, {
  L: integerFrom(1, LARGEST_R),
  R: integerFrom(1, LARGEST_R),
  reference_answer: integerFrom(1),
}).check(holds("L", ({ L, R }) => L <= R, "must be at most R"));

export const capitalCityEffect = defineEnvironment({
  id: "CapitalCityEffect",
  title: "Digit run scores over a range",
  summary:
    "Sum over all integers in [L, R] of digit times squared length of each maximal run of equal digits.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_R: 20 }, ({ MAX_R }) => ({ MAX_R: Math.floor(1.5 * MAX_R) })),

  generate({ MAX_R }, random) {
    const R = random.integer(20, MAX_R);
    const L = random.integer(1, R);
    return { MAX_R, L, R, reference_answer: sumByPrefixes(R) - sumByPrefixes(L - 1) };
  },

  prompt: ({ L, R }) =>
    `The decimal digits of a positive integer x fall into runs: a run is as many equal digits in a row as there are. The score f(x) is the sum over all runs of digit · length². For example, 20011 has the runs 2, 00 and 11, so f(20011) = 2·1² + 0·2² + 1·2² = 6.

Find f(${L}) + … + f(${R}), the sum of the scores of all integers x with ${L} ≤ x ≤ ${R}.

Answer with the sum as one integer, like this: n`,

  ...nearInteger(
    { beta: 10, least: 0 },
    ({ L, R }: { L: number; R: number }) => sumByStretches(R) - sumByStretches(L - 1),
  ),
});

/**
 * Σ f(y) for 1 ≤ y ≤ x, digit by digit: y is shorter than x, or agrees with it up to a digit that is
 * smaller, after which all digits are free. O(digits² · 10²).
 */
function sumByPrefixes(x: number): number {
  const digits = [...String(x)].map(Number);
  const known = new Map<string, number>();
  let total = 0;
  for (let length = 1; length < digits.length; length++) {
    for (let first = 1; first <= 9; first++) total += sumOfEndings(length - 1, first, 1, known);
  }
  let [score, run] = [0, 0];
  for (const [index, digit] of digits.entries()) {
    const free = digits.length - index - 1;
    const last = digits[index - 1];
    for (let smaller = index === 0 ? 1 : 0; smaller < digit; smaller++) {
      const finished = smaller === last || index === 0 ? score : score + last * run ** 2;
      total += finished * 10 ** free;
      total += sumOfEndings(free, smaller, smaller === last ? run + 1 : 1, known);
    }
    if (digit === last) run++;
    else {
      score += index === 0 ? 0 : last * run ** 2;
      run = 1;
    }
  }
  return total + score + digits[digits.length - 1] * run ** 2;
}

/** What a run that is `run` long so far and all behind it add, over all ways to choose `free` more digits. */
function sumOfEndings(
  free: number,
  digit: number,
  run: number,
  known: Map<string, number>,
): number {
  if (free === 0) return digit * run ** 2;
  const key = `${free} ${digit} ${run}`;
  let total = known.get(key);
  if (total === undefined) {
    total = 0;
    for (let next = 0; next <= 9; next++) {
      total +=
        next === digit
          ? sumOfEndings(free - 1, digit, run + 1, known)
          : digit * run ** 2 * 10 ** (free - 1) + sumOfEndings(free - 1, next, 1, known);
    }
    known.set(key, total);
  }
  return total;
}

/**
 * The same by pairs of places: a run's length squared counts the ordered pairs of its places, and two
 * places lie in one run exactly if all digits from one to the other are equal. For each stretch of
 * places and each digit, the numbers up to x with that digit all over it are counted.
 */
function sumByStretches(x: number): number {
  const places = String(x).length;
  let total = 0;
  for (let low = 0; low < places; low++) {
    for (let length = 1; low + length <= places; length++) {
      for (let digit = 1; digit <= 9; digit++) {
        const pairs = length === 1 ? 1 : 2;
        total += pairs * digit * countWithStretch(x, low, length, digit);
      }
    }
  }
  return total;
}

/** How many numbers up to x have the digit at the `length` places from the one of 10^low on. */
function countWithStretch(x: number, low: number, length: number, digit: number): number {
  const unit = 10 ** low;
  const span = 10 ** length;
  const above = Math.floor(x / (unit * span));
  const middle = Math.floor(x / unit) % span;
  const stretch = (digit * (span - 1)) / 9;
  const atTop = middle > stretch ? unit : middle === stretch ? (x % unit) + 1 : 0;
  return above * unit + atTop;
}
