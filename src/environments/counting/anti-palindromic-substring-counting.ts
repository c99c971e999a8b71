import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { randomComposition } from "../toolkit/random/compositions.ts";
import type { Random } from "../toolkit/random/random.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps solving, O(N²) at worst, within a second. */
const MAX_N = 20_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver("01"),
  reference_answer: integerFrom(0),
}).check(lengths("N", "S"));

/**
 * At level 0 there are eight problems, with answers from 0 to 2; at level 1 the answer is 2 in
 * half of them.
 */
export const antiPalindromicSubstringCounting = defineEnvironment({
  id: "AntiPalindromicSubstringCounting",
  title: "Anti-palindromic substrings",
  summary:
    "Count substrings (by position) of a binary string that equal the complement of their own reverse.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const blockCount = random.integer(0, N - 1) + 1;
    const probability = random.unit();
    const blocks = randomComposition(N, blockCount, random);
    const S = blocks.map((length) => drawBlock(length, probability, random)).join("");
    return { N, S, reference_answer: countAntiPalindromes(S) };
  },

  prompt: ({ N, S }) =>
    `Here is a string of ${N} characters 0 and 1:
${S}

A string is an anti-palindrome if replacing each 0 by 1 and each 1 by 0 and then reversing it gives the same string again. For example, 0101 is one (replaced: 1010, reversed: 0101), and 010 is not.

How many non-empty contiguous substrings of the given string are anti-palindromes? Substrings at different places count separately, even where they are equal.

Answer with the number of substrings as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, ({ S }: { S: string }) => countByExpansion(S)),
});

/** Random characters; a block of even length is an anti-palindrome. */
function drawBlock(length: number, probability: number, random: Random): string {
  if (length % 2 === 1) return biasedText(length, ["1", "0"], probability, random);
  const half = biasedText(length / 2, ["1", "0"], probability, random);
  return half + [...half].reverse().map(complement).join("");
}

function complement(character: string): string {
  return character === "0" ? "1" : "0";
}

/**
 * Manacher's algorithm with "differs from its mirror image" for "equals it": radius[g] is how far
 * the longest anti-palindrome around the gap before character g reaches. O(N).
 */
function countAntiPalindromes(S: string): number {
  const radius = new Int32Array(S.length + 1);
  let [center, end] = [0, 0];
  let count = 0;
  for (let gap = 1; gap < S.length; gap++) {
    let reach = gap < end ? Math.min(radius[2 * center - gap], end - gap) : 0;
    while (gap + reach < S.length && gap > reach && S[gap + reach] !== S[gap - reach - 1]) reach++;
    radius[gap] = reach;
    count += reach;
    if (gap + reach > end) [center, end] = [gap, gap + reach];
  }
  return count;
}

/** Around each gap, outwards as long as the two characters differ. O(N²) at worst. */
function countByExpansion(S: string): number {
  let count = 0;
  for (let gap = 1; gap < S.length; gap++) {
    for (let reach = 0; reach < Math.min(gap, S.length - gap); reach++) {
      if (S[gap + reach] === S[gap - reach - 1]) break;
      count++;
    }
  }
  return count;
}
