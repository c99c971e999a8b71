import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

const LARGEST_R = Number.MAX_SAFE_INTEGER;

const Parameters = z.object({ MAX_R: sizeFrom(20, LARGEST_R) });
const Instance = instanceOf(Parameters, {
  R: integerFrom(1, LARGEST_R),
  L: integerFrom(1, LARGEST_R),
  reference_answer: integerFrom(0),
}).check(holds("L", ({ L, R }) => L <= R, "must be at most R"));

interface Range {
  L: number;
  R: number;
}

/**
 * At level 0 the range ends at 20, so that there is the one number 11 or none; at level 3 the
 * answer is 1 or 2 in over half of the problems.
 */
export const palindromicSubstringNumberCounting = defineEnvironment({
  id: "PalindromicSubstringNumberCounting",
  title: "Numbers with a palindrome inside",
  summary:
    "Count integers in [L, R] whose decimal form contains a palindromic substring of length at least 2.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_R: 20 }, ({ MAX_R }) => ({ MAX_R: Math.floor(1.5 * MAX_R) })),

  generate({ MAX_R }, random) {
    const R = random.integer(20, MAX_R);
    const L = random.integer(1, R - 1);
    return { MAX_R, R, L, reference_answer: countNumbers({ L, R }) };
  },

  prompt: ({ L, R }) =>
    `How many integers n with ${L} ≤ n ≤ ${R}, written in decimal without leading zeros, contain a palindrome of at least two digits? That is a contiguous substring of two or more digits that reads the same backwards, such as 22 in 1225 or 505 in 5057.

Answer with the number of such integers as one integer, like this: c`,

  ...nearInteger({ beta: 10, least: 0 }, countByPlaces),
});

/** All numbers without those that hold no palindrome, which can be counted digit by digit. */
function countNumbers({ L, R }: Range): number {
  return R - L + 1 - (countFreeUpTo(R) - countFreeUpTo(L - 1));
}

/**
 * The integers 1..n without a palindrome of two digits or more: each digit differs from the two
 * before it. Behind a given start of at least two digits there are 8 choices for each further digit.
 * O(digits · 10).
 */
function countFreeUpTo(n: number): number {
  const digits = [...String(n)].map(Number);
  let count = 0;
  for (let length = 1; length < digits.length; length++) count += completions(0, length);
  for (const [place, digit] of digits.entries()) {
    for (let smaller = place === 0 ? 1 : 0; smaller < digit; smaller++) {
      if (fits(digits, place, smaller)) count += completions(place + 1, digits.length);
    }
    if (!fits(digits, place, digit)) return count;
  }
  return n === 0 ? 0 : count + 1;
}

function fits(digits: readonly number[], place: number, digit: number): boolean {
  return digit !== digits[place - 1] && digit !== digits[place - 2];
}

/** Choices for the places from `given` on, of `length`: 9 for the first and the second, then 8. */
function completions(given: number, length: number): number {
  let choices = 1;
  for (let place = given; place < length; place++) choices *= place < 2 ? 9 : 8;
  return choices;
}

/** Numbers up to R less those up to L − 1 by a DP over the last two digits, from the first one on. */
function countByPlaces({ L, R }: Range): number {
  return countHoldingUpTo(R) - countHoldingUpTo(L - 1);
}

/** The integers 1..n that hold a palindrome: by state "" (no digit yet), the last two, or "!" (found). */
function countHoldingUpTo(n: number): number {
  let free = new Map<string, number>();
  let tight = "";
  for (const [place, limit] of [...String(n)].map(Number).entries()) {
    const next = new Map<string, number>();
    const add = (state: string, digit: number, count: number) => {
      const after = follow(state, digit);
      next.set(after, (next.get(after) ?? 0) + count);
    };
    for (const [state, count] of free)
      for (let digit = 0; digit < 10; digit++) add(state, digit, count);
    if (place > 0) for (let digit = 1; digit < 10; digit++) add("", digit, 1);
    for (let digit = place === 0 ? 1 : 0; digit < limit; digit++) add(tight, digit, 1);
    tight = follow(tight, limit);
    free = next;
  }
  return (free.get("!") ?? 0) + (tight === "!" ? 1 : 0);
}

function follow(state: string, digit: number): string {
  return state === "!" || state.includes(String(digit)) ? "!" : (state + digit).slice(-2);
}
