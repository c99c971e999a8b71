import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { uniformText } from "../toolkit/random/text.ts";
import { exact } from "../toolkit/scoring/exact.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { LOWERCASE } from "../toolkit/text/alphabet.ts";

const Parameters = z
  .object({ MAX_N: z.int().min(2), MAX_K: z.int() })
  .refine(({ MAX_N, MAX_K }) => MAX_K > MAX_N, "MAX_K must be greater than MAX_N");
const Instance = z.object({
  MAX_N: z.int(),
  MAX_K: z.int(),
  S: z.string().regex(/^[a-z]+$/),
  K: z.int().min(1),
  reference_answer: z.string().length(1),
});

export const secretCowCode = defineEnvironment({
  id: "SecretCowCode",
  title: "Letter of a rotated doubling",
  summary: "Find the K-th letter of the string that grows by appending its own right rotation.",
  reward: "1 if right, 0 if wrong; no letter of the initial string −1",
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

Answer with that one lowercase letter.`,

  answer: describedAs("a letter", plainText),

  score(letter, { S, reference_answer }) {
    if (letter.length !== 1) return malformed(`${letter.length} characters instead of one letter`);
    if (!S.includes(letter)) return malformed("the letter does not occur in the initial string");
    return exact(letter === reference_answer, "another letter stands there");
  },

  solve: ({ S, K }) => findLetter(S, K),
});

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
