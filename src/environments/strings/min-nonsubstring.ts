import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { recurrence } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { exact } from "../toolkit/scoring/exact.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";

const Parameters = z.object({ N: z.int().min(1) });
const Instance = Parameters.extend({
  A: z.string().regex(/^[ab]+$/),
  reference_answer: z.string().min(1),
});

export const minNonsubstring = defineEnvironment({
  id: "MinNonsubstring",
  title: "Shortest missing string",
  summary: "Find the first of the shortest strings that are not a substring of the given one.",
  reward: "1 if right, 0 if wrong; other characters −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: N + 1 })),

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

Answer with the letters of B on one line, without spaces or quotation marks.`,

  answer: describedAs("a string of the letters a and b", plainText),

  score(B, { A, reference_answer }) {
    const fault = findAlphabetFault(B, "ab");
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
