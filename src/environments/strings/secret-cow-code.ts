import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { LOWERCASE } from "../toolkit/text/alphabet.ts";

/** Far beyond any use; keeps strings of a size that a message holds. */
const LARGEST_MAX_N = 10_000;

const Parameters = z
  .object({ MAX_N: sizeFrom(2, LARGEST_MAX_N), MAX_K: integerFrom(3) })
  .check(holds("MAX_K", ({ MAX_N, MAX_K }) => MAX_K > MAX_N, "must be greater than MAX_N"));
const Instance = instanceOf(Parameters, {
  S: textOver(LOWERCASE).min(2),
  K: integerFrom(1),
  reference_answer: z.string().length(1),
}).check(
  holds("S", ({ S, MAX_N }) => S.length <= MAX_N, "must have at most MAX_N letters"),
  within("K", 1, "MAX_K"),
  holds("K", ({ S, K }) => K > S.length, "must be greater than the length of S"),
  holds(
    "reference_answer",
    ({ S, reference_answer }) => S.includes(reference_answer),
    "must be a letter of S",
  ),
);

export const secretCowCode = defineEnvironment({
  id: "SecretCowCode",
  title: "Letter of a rotated doubling",
  summary: "Find the K-th letter of the string that grows by appending its own right rotation.",
  reward: `${EXACT_WORDS}; ${malformedWords("no letter of the initial string")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 5, MAX_K: 8 }, ({ MAX_N, MAX_K }) => ({
    MAX_N: grow(MAX_N),
    // Doubling ends where doubles stop being exact, so that every level has problems.
    MAX_K: Math.min(2 * MAX_K, Number.MAX_SAFE_INTEGER),
  })),

  generate({ MAX_N, MAX_K }, random) {
    const length = random.integer(2, MAX_N);
    const S = uniformText(length, LOWERCASE, random);
    const K = random.integer(length + 1, MAX_K);
    return { MAX_N, MAX_K, S, K, reference_answer: findLetter(S, K) };
  },

  prompt: ({ S, K }) =>
    `Here is a string of ${S.length} letters:
${S}

The following step is repeated without end: to the current string, append a copy of the whole current string in which the last letter has been moved to the front. For example, abc becomes abccab, which becomes abccabbabcca.

The string grows towards an infinite one. Which letter stands at position ${K} in it, counting from 1?

Answer with that one lowercase letter, like this: ${letterMissingFrom(S)}`,

  answer: describedAs("a letter", plainText),

  score(letter, { S, reference_answer }) {
    const fault = findCountFault(letter, 1, "character");
    if (fault !== undefined) return malformed(fault);
    if (!S.includes(letter)) return malformed("the letter does not occur in the initial string");
    return exact(letter === reference_answer, "another letter stands there");
  },

  solve: ({ S, K }) => findLetter(S, K),
});

/** A letter that is not in the string, and so no answer; where all of them are, no letter. */
function letterMissingFrom(S: string): string {
  return [...LOWERCASE].reverse().find((letter) => !S.includes(letter)) ?? "_";
}

/** The letter at a position from 1, traced back through the copies to the initial string: O(log). */
function findLetter(S: string, K: number): string {
  let half = S.length;
  while (2 * half < K) half *= 2;
  let position = K;
  for (; half >= S.length; half /= 2) {
    if (position === half + 1) position = half;
    else if (position > half) position -= half + 1;
  }
  return S[position - 1];
}
