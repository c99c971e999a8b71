import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

const ALPHABET_SIZES = [2, 3, 4, 5];
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 2_000;
const LARGEST_C = 100;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST_N), C: sizeFrom(2, LARGEST_C) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST_N),
  reference_answer: bigIntegerFrom(1n),
});

interface Size {
  N: number;
  C: number;
}

/** Only the length and the alphabet vary: there are eight problems at level 0 and 20 at level 3. */
export const doublePalindromicStringCounting = defineEnvironment({
  id: "DoublePalindromicStringCounting",
  title: "Strings of two palindromes",
  summary:
    "Count distinct strings of length at most N over C letters that are two non-empty palindromes joined.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { MAX_N: 3 },
    ({ MAX_N }) => ({ MAX_N: grow(MAX_N) }),
    ({ MAX_N }) => ALPHABET_SIZES.map((C) => ({ MAX_N, C })),
  ),

  generate({ MAX_N, C }, random) {
    const N = random.integer(2, MAX_N);
    return { MAX_N, C, N, reference_answer: countStrings({ N, C }) };
  },

  prompt: ({ N, C }) =>
    `Consider the strings over an alphabet of ${C} letters, 1 to ${C}. A palindrome is a string that reads the same backwards.

How many strings of length at most ${N} can be cut into two parts, both of them non-empty palindromes? A string counts once, however many cuts it has.

Answer with the exact number of strings as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, countStrings),
});

/**
 * Pairs of a string of length n and a cut into a non-empty palindrome and a palindrome that may be
 * empty: the lengths of the parts fix how many letters are free.
 */
function countCuts(n: number, C: bigint): bigint {
  const half = BigInt(Math.floor(n / 2));
  if (n % 2 === 1) return BigInt(n) * C ** (half + 1n);
  return half * (C ** half + C ** (half + 1n));
}

/** For each n up to N, the value at n of the function whose sums over divisors are given. O(N log N). */
function withoutDivisors(sums: readonly bigint[], weight: (quotient: number) => bigint): bigint[] {
  const values = [...sums];
  for (let divisor = 1; divisor < values.length; divisor++) {
    for (let n = 2 * divisor; n < values.length; n += divisor) {
      values[n] -= weight(n / divisor) * values[divisor];
    }
  }
  return values;
}

/**
 * A primitive string has at most one cut into two palindromes, the second possibly empty, and its
 * k-th power has k: that gives the primitive ones, and all strings as their powers. Those whose only
 * cut has an empty part are the primitive palindromes. O(N log N).
 */
function countStrings({ N, C }: Size): bigint {
  const letters = BigInt(C);
  const lengths = Array.from({ length: N + 1 }, (_, n) => n);
  const cuts = lengths.map((n) => (n === 0 ? 0n : countCuts(n, letters)));
  const palindromes = lengths.map((n) => (n === 0 ? 0n : letters ** BigInt(Math.ceil(n / 2))));
  const primitive = withoutDivisors(cuts, BigInt);
  const primitivePalindromes = withoutDivisors(palindromes, () => 1n);
  let count = 0n;
  for (let divisor = 1; divisor <= N; divisor++) {
    count += BigInt(Math.floor(N / divisor)) * primitive[divisor];
    count -= primitivePalindromes[divisor];
  }
  return count;
}
