import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";

const Parameters = z.object({ N: z.int().min(4) });
const Instance = Parameters.extend({
  S: z.string().regex(/^[ab]+$/),
  reference_answer: z.int(),
});

export const prefixuffix = defineEnvironment({
  id: "Prefixuffix",
  title: "Cyclically equal prefix and suffix",
  summary: "Find the longest prefix that is a cyclic shift of the equally long suffix.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 4 }, ({ N }) => ({ N: N + 1 })),

  generate({ N }, random) {
    const probability = random.unit();
    const draw = (length: number) => biasedText(length, ["a", "b"], probability, random);
    const planted = random.integer(1, Math.floor(N / 2));
    const outer = draw(random.integer(0, planted));
    const inner = draw(planted - outer.length);
    const S = outer + inner + draw(N - 2 * planted) + inner + outer;
    return { N, S, reference_answer: longestShiftedPrefix(S) };
  },

  prompt: ({ N, S }) =>
    `Here is a string S of ${N} letters:
${S}

A cyclic shift of a string is what results from moving some of its first letters, possibly none, to its end in the same order. Find the largest integer L with 2·L ≤ ${N} such that the first L letters of S are a cyclic shift of the last L letters of S.

Answer with L, as one integer.`,

  answer: integer,

  score: (L, { reference_answer }) => exactValue(L, reference_answer),

  solve: ({ S }) => String(longestShiftedPrefix(S)),
});

/** The largest such L: all are tried, the longest first, with O(N²) steps in all as a rule. */
function longestShiftedPrefix(S: string): number {
  let length = Math.floor(S.length / 2);
  while (!isCyclicShift(S.slice(0, length), S.slice(S.length - length))) length--;
  return length;
}

/** Of two strings of one length, one is a cyclic shift of the other if that, doubled, holds it. */
function isCyclicShift(text: string, other: string): boolean {
  return (text + text).includes(other);
}
