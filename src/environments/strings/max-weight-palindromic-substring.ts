import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import {
  buildPalindromicTree,
  countPalindromes,
  isPalindrome,
  toPalindrome,
} from "../toolkit/text/palindromes.ts";

/** The range of the probability of an a. */
const MIN_PROBABILITY = 0.3;
const MAX_PROBABILITY = 0.7;
/** Far beyond any use; bounds the memory of the palindromic tree. */
const MAX_N = 10_000;

const weight = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver("ab"),
  gold_answer: integerFrom(1),
}).check(lengths("N", "S"));

export const maxWeightPalindromicSubstring = defineEnvironment({
  id: "MaxWeightPalindromicSubstring",
  title: "Heaviest palindromic substring",
  summary: "Find the palindrome whose length times number of occurrences in a string is greatest.",
  reward: `${weight.words}; ${invalidWords("no palindrome")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

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

Answer with the letters of T on one line, without spaces or quotation marks, like this (with other letters): xyyx`,

  answer: describedAs("a string of the letters a and b", plainText),

  score(T, { S, gold_answer }) {
    if (!isPalindrome(T)) return invalid("not a palindrome");
    return weight.verdict(T.length * countOccurrences(T, S), gold_answer);
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
