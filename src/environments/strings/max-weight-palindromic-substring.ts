import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { maximised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import {
  buildPalindromicTree,
  countPalindromes,
  isPalindrome,
  toPalindrome,
} from "../toolkit/text/palindromes.ts";

/** The range of the probability of an a. */
const MIN_PROBABILITY = 0.3;
const MAX_PROBABILITY = 0.7;
const BETA = 5;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  S: z.string().regex(/^[ab]+$/),
  gold_answer: z.int().min(1),
});

export const maxWeightPalindromicSubstring = defineEnvironment({
  id: "MaxWeightPalindromicSubstring",
  title: "Heaviest palindromic substring",
  summary: "Find the palindrome whose length times number of occurrences in a string is greatest.",
  reward: "(value/best)^5; no palindrome −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const probability = random.real(MIN_PROBABILITY, MAX_PROBABILITY);
    const S = biasedText(N, ["a", "b"], probability, random);
    const heaviest = heaviestPalindrome(S);
    return { N, S, gold_answer: heaviest.length * countOccurrences(heaviest, S) };
  },

  prompt: ({ N, S }) =>
    `Here is a string S of ${N} letters a and b:
${S}

The weight of a palindrome T (a string that reads the same backwards) is its length multiplied by the number of its occurrences in S, that is, of the positions at which it begins as a contiguous substring of S; occurrences may overlap. Find a palindrome T of the greatest weight.

Answer with the letters of T on one line, without spaces or quotation marks.`,

  answer: describedAs("a string of the letters a and b", plainText),

  score(T, { S, gold_answer }) {
    if (!isPalindrome(T)) return invalid("not a palindrome");
    return maximised(T.length * countOccurrences(T, S), gold_answer, BETA);
  },

  solve: ({ S }) => heaviestPalindrome(S),
});

/** A palindrome of the greatest weight, by the palindromic tree of S in O(N). */
function heaviestPalindrome(S: string): string {
  const tree = buildPalindromicTree(S);
  const weights = countPalindromes(tree).map((count, node) => count * tree.length[node]);
  const [, greatest] = extremes(weights);
  return toPalindrome(tree, weights.indexOf(greatest));
}

/** How often a text occurs in S, overlaps included. */
function countOccurrences(text: string, S: string): number {
  if (text === "") return 0;
  let count = 0;
  for (let at = S.indexOf(text); at !== -1; at = S.indexOf(text, at + 1)) count++;
  return count;
}
