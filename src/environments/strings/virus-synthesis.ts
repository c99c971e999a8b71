import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";
import { buildPalindromicTree, EMPTY_ROOT, halfLinks } from "../toolkit/text/palindromes.ts";
import { reverseText } from "../toolkit/text/reverse.ts";

const Parameters = z.object({ loose_MAX_N: z.int().min(4) });
const Instance = Parameters.extend({
  S: z.string().regex(/^[01]+$/),
  reference_answer: z.int(),
});

/** The operations that build a string; the first two take a character. */
const OPERATIONS: readonly ((text: string, character: string) => string)[] = [
  (text, character) => character + text,
  (text, character) => text + character,
  (text) => reverseText(text) + text,
  (text) => text + reverseText(text),
];

export const virusSynthesis = defineEnvironment({
  id: "VirusSynthesis",
  title: "Building a string by adding and mirroring",
  summary: "Find the least number of added characters and mirror copies that build a string.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ loose_MAX_N: 4 }, ({ loose_MAX_N }) => ({ loose_MAX_N: grow(loose_MAX_N) })),

  generate({ loose_MAX_N }, random) {
    const weights = random.integers(OPERATIONS.length, 1, loose_MAX_N);
    let S = "";
    while (S.length < loose_MAX_N) {
      const character = random.choice(["0", "1"]);
      S = OPERATIONS[random.weightedIndex(weights)](S, character);
    }
    return { loose_MAX_N, S, reference_answer: fewestOperations(S) };
  },

  prompt: ({ S }) =>
    `Here is a binary string of ${S.length} characters:
${S}

It is to be built from the empty string. One operation is either
- to add one character, 0 or 1, at the beginning or at the end of the current string, or
- to copy the current string, reverse the copy and attach it at the beginning or at the end of the current string.

What is the least number of operations that build exactly the string given above?

Answer with that number, as one integer.`,

  answer: integer,

  score: (count, { reference_answer }) => exactValue(count, reference_answer),

  solve: ({ S }) => String(fewestOperations(S)),
});

/**
 * The least number of operations, by the palindromic tree in about O(n). What the last mirroring
 * yields is a palindrome P of even length, and every other character of S is added singly. P itself
 * is mirrored from its half, which is P's inner palindrome's half with a character added, or was
 * built by additions around a palindromic suffix of it, of which the longest serves best.
 */
function fewestOperations(S: string): number {
  const tree = buildPalindromicTree(S);
  const half = halfLinks(tree);
  const cost = tree.length.map((length) => length);
  cost[EMPTY_ROOT] = 1; // the mirroring, which extensions of an even palindrome take over
  let fewest = S.length;
  for (let node = EMPTY_ROOT + 1; node < cost.length; node++) {
    const length = tree.length[node];
    if (length % 2 === 1) continue;
    const fromHalf = length / 2 - tree.length[half[node]] + cost[half[node]] + 1;
    cost[node] = Math.min(cost[tree.inner[node]] + 1, fromHalf);
    fewest = Math.min(fewest, cost[node] + S.length - length);
  }
  return fewest;
}
