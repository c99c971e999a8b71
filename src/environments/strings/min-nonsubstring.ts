import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { counting } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";

const LETTERS = "ab";
/** Far beyond any use; keeps strings of a size that a message holds. */
const MAX_N = 10_000;

const Parameters = z.object({ N: sizeFrom(1, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: textOver(LETTERS),
  reference_answer: textOver(LETTERS).min(1),
}).check(lengths("N", "A"));

export const minNonsubstring = defineEnvironment({
  id: "MinNonsubstring",
  title: "Shortest missing string",
  summary: "Find the first of the shortest strings that are not a substring of the given one.",
  reward: `${EXACT_WORDS}; ${invalidWords("other characters")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const A = biasedText(N, ["b", "a"], random.unit(), random);
    return { N, A, reference_answer: firstMissing(A) };
  },

  prompt: ({ A }) =>
    `Here is a string A of letters a and b:
${A}

Find the string B for which all of this holds:
- B is not empty and consists of letters a and b.
- B is not a contiguous substring of A.
- No shorter string satisfies these two conditions.
- Among the strings that satisfy all three, B is the first in lexicographic order, where a comes before b.

Answer with the letters of B on one line, without spaces or quotation marks, like this (with other letters): xyx`,

  answer: describedAs("a string of the letters a and b", plainText),

  score(B, { A, reference_answer }) {
    const fault = findAlphabetFault(B, LETTERS);
    if (fault !== undefined) return invalid(fault);
    const reason = A.includes(B)
      ? "empty or a substring of A"
      : "not a substring of A, but not the first of the shortest such strings";
    return exact(B === reference_answer, reason);
  },

  solve: ({ A }) => firstMissing(A),
});

/**
 * The first of the shortest strings that A does not contain. There are more strings than places in
 * A from length log2(N) + 1 on, so this takes O(N log² N).
 */
function firstMissing(A: string): string {
  for (let length = 1; ; length++) {
    const present = new Set<string>();
    for (let start = 0; start + length <= A.length; start++) {
      present.add(A.slice(start, start + length));
    }
    for (let index = 0; index <= present.size && index < 2 ** length; index++) {
      const word = toWord(index, length);
      if (!present.has(word)) return word;
    }
  }
}

/** The word of the given index among the words of a length in lexicographic order. */
function toWord(index: number, length: number): string {
  const digits = index.toString(2).padStart(length, "0");
  return digits.replaceAll("0", "a").replaceAll("1", "b");
}
