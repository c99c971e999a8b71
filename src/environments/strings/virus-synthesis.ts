import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { buildPalindromicTree, EMPTY_ROOT, halfLinks } from "../toolkit/text/palindromes.ts";
import { reverseText } from "../toolkit/text/reverse.ts";

const DIGITS = "01";
/** Far beyond any use; bounds the memory of the palindromic tree. */
const LARGEST_MAX_N = 10_000;

const Parameters = z.object({ loose_MAX_N: sizeFrom(4, LARGEST_MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver(DIGITS),
  reference_answer: integerFrom(1),
}).check(
  holds(
    "S",
    ({ S, loose_MAX_N }) => S.length >= loose_MAX_N && S.length < 2 * loose_MAX_N,
    "must have at least loose_MAX_N characters, and fewer than twice as many",
  ),
);

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
  parameters: Parameters,
  instance: Instance,
  levels: growing({ loose_MAX_N: 4 }),

  generate({ loose_MAX_N }, random) {
    const weights = random.integers(OPERATIONS.length, 1, loose_MAX_N);
    let S = "";
    while (S.length < loose_MAX_N) {
      const character = random.choice([...DIGITS]);
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

  ...exactInteger(({ S }: { S: string }) => fewestOperations(S)),
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
