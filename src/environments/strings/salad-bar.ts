import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { toRange } from "../toolkit/pictures/marks.ts";
import type { Random } from "../toolkit/random/random.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";

/** The probability of a p lies in [0, MAX_PROBABILITY). */
const MAX_PROBABILITY = 0.7;
/** Far beyond any use; keeps strings of a size that a message holds. */
const MAX_N = 10_000;

const length = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  S: textOver("jp"),
  gold_answer: integer,
  reference_answer: z.string(),
}).check(
  lengths("N", "S"),
  holds("S", ({ S }) => S.includes("p"), "must have a p, or no substring is allowed"),
  within("gold_answer", 1, "N"),
);

export const saladBar = defineEnvironment({
  id: "SaladBar",
  title: "Longest substring balanced from both ends",
  summary: "Find the longest substring in which no prefix and no suffix has more j than p.",
  reward: `${length.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const S = drawMixedText(N, random.real(0, MAX_PROBABILITY), random);
    const [l, r] = longestBalanced(S);
    return { N, S, gold_answer: r - l, reference_answer: `${l} ${r}` };
  },

  prompt: ({ N, S }) =>
    `Here is a string S of ${N} letters j and p, indexed from 0 to ${N - 1}:
${S}

Choose a contiguous substring of S, from index l up to but not including index r (0 ≤ l < r ≤ ${N}), so that
- every prefix of the substring contains at least as many p as j,
- every suffix of the substring contains at least as many p as j,
- the length r − l is as large as possible.
The whole substring counts as a prefix and as a suffix of itself.

Answer with the two numbers on one line, separated by a space, like this: l r`,

  answer: integerTuple(2),

  score([l, r], { N, S, gold_answer }) {
    if (!(0 <= l && l < r && r <= N)) return invalid(`not 0 ≤ l < r ≤ ${N}`);
    const letters = [...S.slice(l, r)];
    if (!isBalanced(letters)) return invalid("a prefix contains more j than p");
    if (!isBalanced(letters.reverse())) return invalid("a suffix contains more j than p");
    return length.verdict(r - l, gold_answer);
  },

  picture: ({ N, S }, answer) =>
    rowPicture(S, { chosen: answer && toRange(answer[0], answer[1] - 1, N) }),

  solve: ({ S }) => longestBalanced(S).join(" "),
});

/** Whether no prefix has more j than p. */
function isBalanced(letters: readonly string[]): boolean {
  let surplus = 0;
  return letters.every((letter) => {
    surplus += letter === "p" ? 1 : -1;
    return surplus >= 0;
  });
}

/**
 * N independent letters, p with the given probability, on the condition that both letters occur.
 * Drawing again until they do could take forever, as the probability may be tiny; so each letter
 * has its conditional probability. With q^0 + … + q^(n−1) for (1 − q^n) / (1 − q), the formulas
 * lose no digits, and hold in the limit q = 0.
 */
function drawMixedText(N: number, probability: number, random: Random): string {
  const pSums = geometricSums(probability, N);
  const jSums = geometricSums(1 - probability, N);
  const first = random.chance(pSums[N - 1] / (pSums[N - 1] + jSums[N - 1])) ? "p" : "j";
  const [other, sums] = first === "p" ? ["j", pSums] : ["p", jSums];
  let missing = N - 1;
  while (!random.chance(1 / sums[missing])) missing--;
  const run = first.repeat(N - missing);
  return run + other + biasedText(missing - 1, ["p", "j"], probability, random);
}

/** sums[n] = 1 + ratio + … + ratio^(n−1), for n up to `count`. */
function geometricSums(ratio: number, count: number): number[] {
  const sums = [0];
  for (let n = 1; n <= count; n++) sums.push(1 + ratio * sums[n - 1]);
  return sums;
}

/**
 * The longest slice, O(N). With surplus[i] the number of p minus that of j before index i, a slice
 * [l, r) is valid if surplus[l] is the least and surplus[r] the greatest of surplus[l..r]. For each
 * l, from the right, r is the last greatest one before the surplus falls below surplus[l]; the stack
 * holds the ranges of the later l that are not yet part of an earlier one's.
 */
function longestBalanced(S: string): [number, number] {
  const surplus = [0];
  for (const letter of S) surplus.push(surplus[surplus.length - 1] + (letter === "p" ? 1 : -1));
  const ranges: { l: number; r: number }[] = [];
  let [bestL, bestR] = [0, 0];
  for (let l = S.length; l >= 0; l--) {
    let r = l;
    let next = ranges.at(-1);
    while (next !== undefined && surplus[next.l] >= surplus[l]) {
      if (surplus[next.r] >= surplus[r]) r = next.r;
      ranges.pop();
      next = ranges.at(-1);
    }
    ranges.push({ l, r });
    if (r - l > bestR - bestL) [bestL, bestR] = [l, r];
  }
  return [bestL, bestR];
}
