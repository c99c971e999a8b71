import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { multiplyModulo, powerModulo, remainder } from "../toolkit/numbers/modular.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const MAX_MOD = 1_000_000;
/** The recurrence takes M steps, and its exact form integers of N · M bits. */
const LARGEST = 2_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST),
  M: integerFrom(2, LARGEST),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
});

interface Size {
  N: number;
  M: number;
  MOD: number;
}

/**
 * Two different sets never cover evenly, and few elements have few sets: the answer is 0 in half
 * of the problems of level 0, 40 % at level 3 and 10 % at level 20.
 */
export const canon = defineEnvironment({
  id: "Canon",
  title: "Sets that cover everything evenly",
  summary:
    "Count sequences of M distinct non-empty subsets of {1..N} in which every element is covered an even number of times, mod MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const MOD = random.integer(2, MAX_MOD);
    return { MAX_N_M, N, M, MOD, reference_answer: countSequences({ N, M, MOD }) };
  },

  prompt: ({ N, M, MOD }) =>
    `Count the sequences ${indexedSeries("T", M, 1)} of ${M} sets that satisfy all of these conditions:
- Each T[i] is a non-empty subset of the integers from 1 to ${N}.
- T[i] and T[j] are not equal for any i and j with i < j.
- Each integer from 1 to ${N} lies in an even number of the sets ${indexedSeries("T", M, 1)}, which may be 0.

How many such sequences are there? Give their number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", countExactly),
});

/**
 * The last set is settled by the others: of the A(i − 1) sequences of i − 1 distinct sets, those are
 * taken away whose last set would be empty (they are even already), or equal to one of them (which
 * leaves an even sequence of i − 2, at i − 1 places, beside any of t − i + 2 other sets), where
 * t = 2^N − 1. O(M).
 */
function countSequences({ N, M, MOD }: Size): number {
  const t = remainder(powerModulo(2, N, MOD) - 1, MOD);
  let arrangements = t;
  let [previous, current] = [1 % MOD, 0];
  for (let i = 2; i <= M; i++) {
    const repeated = multiplyModulo((i - 1) % MOD, remainder(t - i + 2, MOD), MOD);
    const next = arrangements - current - multiplyModulo(repeated, previous, MOD);
    arrangements = multiplyModulo(arrangements, remainder(t - i + 1, MOD), MOD);
    [previous, current] = [current, remainder(next, MOD)];
  }
  return current;
}

/**
 * By characters of the group of subsets: for the empty set of elements all t sets count +1, for each
 * of the t others half a subset more count −1 than +1. The sequences of distinct sets with sign are
 * M! times the coefficient of x^M in (1 + x)^t, and in (1 − x²)^((t − 1)/2) · (1 − x); their mean
 * over the 2^N characters counts the even ones. Exact integers.
 */
function countExactly({ N, M, MOD }: Size): number {
  const t = 2n ** BigInt(N) - 1n;
  let trivial = 1n;
  for (let i = 0n; i < BigInt(M); i++) trivial *= t - i;
  const pairs = (t - 1n) / 2n;
  const half = BigInt(Math.floor(M / 2));
  let other = 1n;
  // M! · C(pairs, half) · (±1), as a product that stays an integer.
  for (let i = 0n; i < half; i++) other = (other * (pairs - i)) / (i + 1n);
  for (let i = 2n; i <= BigInt(M); i++) other *= i;
  const sign = (Math.floor(M / 2) + (M % 2)) % 2 === 0 ? 1n : -1n;
  return Number(((trivial + t * sign * other) / (t + 1n)) % BigInt(MOD));
}
