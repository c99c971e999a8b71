import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { growing } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { buildPalindromicTree, halfLinks, toPalindrome } from "../toolkit/text/palindromes.ts";
import { reverseText } from "../toolkit/text/reverse.ts";

/** The range of the probability of a 1. */
const MIN_PROBABILITY = 0.1;
const MAX_PROBABILITY = 0.9;
/** Far beyond any use; bounds the memory of the palindromic tree. */
const MAX_N = 10_000;

const length = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, { S: textOver("01"), gold_answer: integer }).check(
  lengths("N", "S"),
  within("gold_answer", 4, "N"),
);

export const longestRepeatedPalindrome = defineEnvironment({
  id: "Longest_RepeatedPalindrome",
  title: "Longest twofold palindrome",
  summary: "Find the longest substring that is a string, its reversal, the string, its reversal.",
  reward: `${length.words}; ${invalidWords("not of the form, or no substring")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }),

  generate({ N }, random) {
    const probability = random.real(MIN_PROBABILITY, MAX_PROBABILITY);
    const draw = (length: number) => biasedText(length, ["1", "0"], probability, random);
    const planted = fourfold(draw(random.integer(1, Math.floor(N / 4))));
    const prefix = draw(random.integer(0, N - planted.length));
    const S = prefix + planted + draw(N - prefix.length - planted.length);
    return { N, S, gold_answer: longestFourfold(S).length };
  },

  prompt: ({ N, S }) =>
    `Here is a binary string S of ${N} characters:
${S}

Find a contiguous substring T of S that consists of four parts A, rev(A), A, rev(A), one after the other, where A is some non-empty string and rev(A) is A read backwards. Among all such substrings, T is to be as long as possible.

Answer with the characters of T (not of A) on one line, without spaces or quotation marks, like this (with other characters): xyyxxyyx`,

  answer: describedAs("a string of the characters 0 and 1", plainText),

  score(T, { S, gold_answer }) {
    if (!S.includes(T)) return invalid("not a substring of S");
    if (T === "") return invalid("the substring is empty");
    if (T.length % 4 !== 0) return invalid(`the length ${T.length} is not divisible by 4`);
    if (T !== fourfold(T.slice(0, T.length / 4))) return invalid("not A rev(A) A rev(A)");
    return length.verdict(T.length, gold_answer);
  },

  solve: ({ S }) => longestFourfold(S),
});

/** A, rev(A), A, rev(A). */
function fourfold(A: string): string {
  return (A + reverseText(A)).repeat(2);
}

/**
 * The longest fourfold substring: a palindrome XX of which X is a palindrome of even length, that
 * is, whose longest palindromic suffix of at most half its length has exactly half. By the
 * palindromic tree, about O(N).
 */
function longestFourfold(S: string): string {
  const tree = buildPalindromicTree(S);
  let longest = "";
  for (const [node, half] of halfLinks(tree).entries()) {
    const length = tree.length[node];
    if (length > longest.length && length % 4 === 0 && tree.length[half] === length / 2) {
      longest = toPalindrome(tree, node);
    }
  }
  return longest;
}
