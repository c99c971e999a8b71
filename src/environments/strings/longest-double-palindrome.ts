import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { toRange } from "../toolkit/pictures/marks.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { buildPalindromicTree, isPalindrome } from "../toolkit/text/palindromes.ts";
import { reverseText } from "../toolkit/text/reverse.ts";

/** The range of the probability of a 1. */
const MIN_PROBABILITY = 0.1;
const MAX_PROBABILITY = 0.9;
/** Far beyond any use; bounds the memory of the palindromic tree. */
const MAX_N = 10_000;

const totalLength = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, { S: textOver("01"), gold_answer: integer }).check(
  lengths("N", "S"),
  within("gold_answer", 2, "N"),
);

export const longestDoublePalindrome = defineEnvironment({
  id: "Longest_DoublePalindrome",
  title: "Longest pair of adjacent palindromes",
  summary: "Find two adjacent palindromic substrings of the greatest total length.",
  reward: `${totalLength.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 5 }),

  generate({ N }, random) {
    const probability = random.real(MIN_PROBABILITY, MAX_PROBABILITY);
    const draw = (length: number) => biasedText(length, ["1", "0"], probability, random);
    const drawPalindrome = (length: number) => {
      const half = draw(Math.floor(length / 2));
      return half + draw(length % 2) + reverseText(half);
    };
    const [start, cut, end] = random.distinctIntegers(3, 0, N).sort((a, b) => a - b);
    const S = draw(start) + drawPalindrome(cut - start) + drawPalindrome(end - cut) + draw(N - end);
    const [A, , C] = longestPair(S);
    return { N, S, gold_answer: C - A };
  },

  prompt: ({ N, S }) =>
    `Here is a binary string S of ${N} characters, indexed from 0 to ${N - 1}:
${S}

S[i..j) denotes the substring from index i up to but not including index j. Choose integers 0 ≤ A < B < C ≤ ${N} so that S[A..B) and S[B..C) are both palindromes (they read the same backwards) and the total length C − A is as large as possible.

Answer with the three numbers on one line, separated by spaces, like this: A B C`,

  answer: integerTuple(3),

  score([A, B, C], { N, S, gold_answer }) {
    if (!(0 <= A && A < B && B < C && C <= N)) return invalid(`not 0 ≤ A < B < C ≤ ${N}`);
    if (!isPalindrome(S.slice(A, B))) return invalid("S[A..B) is not a palindrome");
    if (!isPalindrome(S.slice(B, C))) return invalid("S[B..C) is not a palindrome");
    return totalLength.verdict(C - A, gold_answer);
  },

  picture: ({ N, S }, answer) =>
    rowPicture(S, { chosen: answer && toRange(answer[0], answer[2] - 1, N) }),

  solve: ({ S }) => longestPair(S).join(" "),
});

/**
 * The ends A, B, C of a longest pair: at each cut, the longest palindrome that ends there and the
 * longest one that begins there. O(N).
 */
function longestPair(S: string): [number, number, number] {
  const ending = longestEnding(S);
  const beginning = longestEnding(reverseText(S)).reverse();
  let [bestA, bestB, bestC] = [0, 0, 0];
  for (let cut = 1; cut < S.length; cut++) {
    const [A, C] = [cut - ending[cut - 1], cut + beginning[cut]];
    if (C - A > bestC - bestA) [bestA, bestB, bestC] = [A, cut, C];
  }
  return [bestA, bestB, bestC];
}

/** The length of the longest palindrome that ends with each character. */
function longestEnding(text: string): number[] {
  const { longestEndingAt, length } = buildPalindromicTree(text);
  return longestEndingAt.map((node) => length[node]);
}
