import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { factorize } from "../toolkit/numbers/factors.ts";
import { primesUpTo } from "../toolkit/numbers/sieves.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, within } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** There are 3^8 pairs of masks of the primes up to 19, whose squares are within the bound. */
const MAX_N = 528;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  set: integersFrom(2),
  reference_answer: bigIntegerFrom(1n),
}).check(
  within("set", 2, "N"),
  distinct("set"),
  holds("set", ({ set }) => set.length > 0, "must hold a number"),
);

export const twoSetAllCoprimeCounting = defineEnvironment({
  id: "TwoSet_AllCoprime_Counting",
  title: "Two coprime sets",
  summary:
    "Count ordered pairs of disjoint subsets whose elements are coprime across the two subsets.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 8 }),

  generate({ N }, random) {
    const set = random.distinctIntegers(random.integer(2, N - 1), 2, N);
    return { N, set, reference_answer: countPairs(set) };
  },

  prompt: ({ set }) =>
    `Here is a set of ${set.length} distinct integers:
${set.join(" ")}

Count the ordered pairs (S, T) of subsets of this set, each possibly empty, that satisfy both of these conditions:
- S and T have no element in common.
- For every x in S and every y in T, the greatest common divisor of x and y is 1.
(S, T) and (T, S) are different pairs unless S = T.

Answer with the exact number of such pairs as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, ({ set }: { set: readonly number[] }) =>
    countByPrimeSides(set),
  ),
});

/** The small primes of a number as a mask, and its large prime (1 for none; there is at most one). */
function primesOf(value: number, small: readonly number[]): [mask: number, large: number] {
  let mask = 0;
  let large = 1;
  for (const [prime] of factorize(value)) {
    const index = small.indexOf(prime);
    if (index === -1) large = prime;
    else mask |= 1 << index;
  }
  return [mask, large];
}

/** The primes whose squares are at most the largest number, and the numbers' masks by large prime. */
function groupsOf(set: readonly number[]): { small: number[]; groups: Map<number, number[]> } {
  const small = primesUpTo(Math.floor(Math.sqrt(Math.max(...set))));
  const groups = new Map<number, number[]>();
  for (const value of set) {
    const [mask, large] = primesOf(value, small);
    // Numbers without a large prime are each a group of their own.
    const key = large === 1 ? -value : large;
    groups.set(key, [...(groups.get(key) ?? []), mask]);
  }
  return { small, groups };
}

/**
 * DP over the small primes that S and T use, group by group of numbers with the same large prime,
 * which may go to one side only: joining S alone or joining T alone, neither counted once. O(n · 3^s)
 * for s small primes.
 */
function countPairs(set: readonly number[]): bigint {
  const { groups } = groupsOf(set);
  // By the masks of S and T, S · 2^16 + T.
  let pairs = new Map([[0, 1n]]);
  for (const masks of groups.values()) {
    let [first, second] = [pairs, pairs];
    for (const mask of masks) {
      first = join(first, mask << 16, (state) => (state & mask) === 0);
      second = join(second, mask, (state) => ((state >> 16) & mask) === 0);
    }
    const merged = new Map(first);
    for (const [state, count] of second) merged.set(state, (merged.get(state) ?? 0n) + count);
    for (const [state, count] of pairs) merged.set(state, (merged.get(state) ?? 0n) - count);
    pairs = merged;
  }
  let total = 0n;
  for (const count of pairs.values()) total += count;
  return total;
}

/** A number joins a side, or does not. */
function join(
  pairs: ReadonlyMap<number, bigint>,
  bits: number,
  isAllowed: (state: number) => boolean,
): Map<number, bigint> {
  const joined = new Map(pairs);
  for (const [state, count] of pairs) {
    if (!isAllowed(state)) continue;
    joined.set(state | bits, (joined.get(state | bits) ?? 0n) + count);
  }
  return joined;
}

/**
 * By inclusion and exclusion on which small primes S may use: for each set P of them, S takes numbers
 * with small primes in P, using all of them, T numbers with none of P. O(n · 3^s).
 */
function countByPrimeSides(set: readonly number[]): bigint {
  const { small, groups } = groupsOf(set);
  const full = 2 ** small.length - 1;
  let total = 0n;
  for (let P = 0; P <= full; P++) {
    for (let sub = P; ; sub = (sub - 1) & P) {
      // S within sub ⊆ P, with the sign of Möbius: exactly P is used in the end.
      let ways = 1n;
      for (const masks of groups.values()) {
        const toS = masks.filter((mask) => (mask & ~sub) === 0).length;
        const toT = masks.filter((mask) => (mask & P) === 0).length;
        ways *= 2n ** BigInt(toS) + 2n ** BigInt(toT) - 1n;
      }
      total += bitParity(P ^ sub) === 0 ? ways : -ways;
      if (sub === 0) break;
    }
  }
  return total;
}

function bitParity(mask: number): number {
  let parity = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) parity ^= 1;
  return parity;
}
