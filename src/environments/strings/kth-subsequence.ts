import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { growing } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";

const LETTERS = "ab";
/** Bounds the memory of the counts, N integers of up to N bits. */
const MAX_N = 5_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver(LETTERS),
  K: bigIntegerFrom(1n),
  reference_answer: textOver(LETTERS).min(1),
}).check(
  lengths("N", "S"),
  holds(
    "K",
    ({ S, K }) => {
      const { a, b } = countSubsequences(S);
      return K <= a[0] + b[0];
    },
    "exceeds the number of distinct subsequences of S",
  ),
);

export const kthSubsequence = defineEnvironment({
  id: "KthSubsequence",
  title: "K-th distinct subsequence",
  summary: "Find the K-th distinct subsequence of a string in lexicographic order.",
  reward: `${EXACT_WORDS}; ${malformedWords("other characters")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const S = biasedText(N, ["a", "b"], random.unit(), random);
    const { a, b } = countSubsequences(S);
    const K = random.bigInteger(1n, a[0] + b[0]);
    return { N, S, K, reference_answer: findSubsequence(S, K) };
  },

  prompt: ({ N, S, K }) =>
    `Here is a string of ${N} letters a and b:
${S}

A subsequence of it is what remains after deleting any letters, possibly none, while the others keep their order. Consider all non-empty strings that are subsequences of it, each different string once, in lexicographic order: a comes before b, and a string comes before every longer string that begins with it. Which string has number ${K} in this order, counting from 1?

Answer with that string only: its letters on one line, without spaces or quotation marks, like this (with other letters): xyyx`,

  answer: describedAs("a string of the letters a and b", plainText),

  score(answer, { reference_answer }) {
    const fault = findAlphabetFault(answer, LETTERS);
    if (fault !== undefined) return malformed(fault);
    return exact(answer === reference_answer, "a different string has that number");
  },

  solve: ({ S, K }) => findSubsequence(S, K),
});

/** For each start, how many distinct subsequences of S[start..] begin with a, and with b. O(N). */
function countSubsequences(S: string): { a: bigint[]; b: bigint[] } {
  const a = new Array<bigint>(S.length + 1).fill(0n);
  const b = new Array<bigint>(S.length + 1).fill(0n);
  for (let start = S.length - 1; start >= 0; start--) {
    // The letter alone, or followed by any subsequence of what comes after its first occurrence.
    const withFirst = 1n + a[start + 1] + b[start + 1];
    a[start] = S[start] === "a" ? withFirst : a[start + 1];
    b[start] = S[start] === "b" ? withFirst : b[start + 1];
  }
  return { a, b };
}

/** The subsequence with the given number, letter by letter from the counts. O(N). */
function findSubsequence(S: string, number: bigint): string {
  const { a } = countSubsequences(S);
  let subsequence = "";
  let start = 0;
  // The sought string's number among those that extend the one found so far.
  let rest = number;
  while (rest > 0n) {
    const letter = rest <= a[start] ? "a" : "b";
    if (letter === "b") rest -= a[start];
    subsequence += letter;
    start = S.indexOf(letter, start) + 1;
    rest--; // for the string that ends with this letter
  }
  return subsequence;
}
