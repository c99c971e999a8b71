import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { popCount } from "../toolkit/numbers/bits.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

const MAX_N = 200;
const DIGITS = 10;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  L: bigIntegerFrom(0n),
  R: bigIntegerFrom(0n),
  K: integerFrom(1, DIGITS),
  reference_answer: bigIntegerFrom(0n),
}).check(
  holds("R", ({ R, N }) => R < 10n ** BigInt(N), "must have at most N digits"),
  holds("L", ({ L, R }) => L <= R, "must be at most R"),
);

interface Range {
  L: bigint;
  R: bigint;
  K: number;
}

export const digitLisCounting = defineEnvironment({
  id: "DigitLISCounting",
  title: "Numbers by rising digits",
  summary:
    "Count integers in [L, R] whose decimal digits have longest strictly increasing subsequence exactly K.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 2 }),

  generate({ N }, random) {
    const R = random.bigInteger(10n ** BigInt(N - 1), 10n ** BigInt(N) - 1n);
    const L = random.bigInteger(0n, R);
    const K = random.integer(1, Math.min(N, DIGITS));
    return { N, L, R, K, reference_answer: countNumbers({ L, R, K }) };
  },

  prompt: ({ L, R, K }) =>
    `For an integer n ≥ 0, write n in decimal without leading zeros and take the sequence of its digits from left to right. Let f(n) be the length of the longest strictly increasing subsequence of this sequence; the digits of a subsequence need not be neighbours.

How many integers n with ${L} ≤ n ≤ ${R} have f(n) = ${K}?

Answer with the exact number of such integers as one integer, like this: c`,

  ...nearBigInteger({ beta: 10, least: 0 }, countNumbers),
});

function countNumbers({ L, R, K }: Range): bigint {
  return countUpTo(R, K) - (L === 0n ? 0n : countUpTo(L - 1n, K));
}

/**
 * Numbers from 0 to n by a DP over their digits. The state is the set of the least last digits of
 * the increasing subsequences of each length (patience sorting), as a mask: a digit takes the place
 * of the least member that is not below it. O(digits · 1024 · 10).
 */
function countUpTo(n: bigint, K: number): bigint {
  const digits = String(n);
  let free = new Array<bigint>(2 ** DIGITS).fill(0n);
  let tight = 0;
  for (const [place, character] of [...digits].entries()) {
    const limit = Number(character);
    const next = new Array<bigint>(2 ** DIGITS).fill(0n);
    for (const [mask, count] of free.entries()) {
      if (count === 0n) continue;
      for (let digit = 0; digit < DIGITS; digit++) next[append(mask, digit)] += count;
    }
    // Numbers that begin here, shorter than n; the first digit of all is not 0.
    if (place > 0) for (let digit = 1; digit < DIGITS; digit++) next[1 << digit] += 1n;
    for (let digit = place === 0 ? 1 : 0; digit < limit; digit++) next[append(tight, digit)] += 1n;
    tight = append(tight, limit);
    free = next;
  }
  free[tight] += 1n; // n itself
  if (n > 0n) free[1] += 1n; // 0, the only number that begins with 0
  let total = 0n;
  for (const [mask, count] of free.entries()) if (popCount(mask) === K) total += count;
  return total;
}

function append(mask: number, digit: number): number {
  const fromDigit = (mask >> digit) << digit;
  return (mask ^ (fromDigit & -fromDigit)) | (1 << digit);
}
