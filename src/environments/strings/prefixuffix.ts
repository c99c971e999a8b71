import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

/** Bounds the N / 2 searches of all lengths. */
const MAX_N = 2_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, { S: textOver("ab"), reference_answer: integer }).check(
  lengths("N", "S"),
  within("reference_answer", 0, ({ N }) => Math.floor(N / 2)),
);

export const prefixuffix = defineEnvironment({
  id: "Prefixuffix",
  title: "Cyclically equal prefix and suffix",
  summary: "Find the longest prefix that is a cyclic shift of the equally long suffix.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

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

  ...exactInteger(({ S }: { S: string }) => longestShiftedPrefix(S)),
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
