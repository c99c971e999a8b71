import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { blankRows, gridPicture } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const earnings = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(2),
  C: integersFrom(1, MAX_N),
  gold_answer: integerFrom(1),
}).check(within("K", 2, "N"), lengths("K", "C"));

export const stuntFlying = defineEnvironment({
  id: "StuntFlying",
  title: "Widest repeats in an array",
  summary:
    "Fill an array with K labels so that the sum of label value times distance to its previous use is largest.",
  reward: `${earnings.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const K = random.integer(2, N);
    const C = random.integers(K, 1, K);
    return { N, K, C, gold_answer: greatestTotal(N, C) };
  },

  prompt: ({ N, K, C }) =>
    `There are ${K} labels, numbered from 0 to ${K - 1}. Label c has the value C[c]:
${formatIndexed("C", C)}

Fill a row of ${N} positions with labels, one label at each position; labels may be used any number of times, also never. A position with label c earns C[c] times the distance to the nearest earlier position with the same label (positions p < q have the distance q - p), and 0 if no earlier position has this label. Make the total of what all positions earn as large as possible.

Answer with the ${N} labels from the first position to the last on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(labels, { N, K, C, gold_answer }) {
    const fault = findCountFault(labels, N, "label") ?? findRangeFault(labels, 0, K - 1);
    if (fault !== undefined) return invalid(fault);
    const latest = new Int32Array(C.length).fill(-1);
    let total = 0;
    for (const [position, label] of labels.entries()) {
      if (latest[label] !== -1) total += C[label] * (position - latest[label]);
      latest[label] = position;
    }
    return earnings.verdict(total, gold_answer);
  },

  picture: ({ N, C }, labels) =>
    partsPicture({
      "Values of the labels": barsPicture(C),
      Row: gridPicture(blankRows(1, N), { filled: labels && [labels] }),
    }),

  solve: ({ N, C }) => widestRepeats(N, C).join(" "),
});

/**
 * The distances of a label add up to that from its first to its last position, at best N − 1 for one
 * label, N − 3 for the next and so on: the most valuable labels get the widest. O(K log K).
 */
function greatestTotal(N: number, C: readonly number[]): number {
  const values = C.toSorted((a, b) => b - a);
  return sum(values.map((value, rank) => value * Math.max(0, N - 1 - 2 * rank)));
}

/** Labels in order of falling value from both ends inwards, the first label where they run out. */
function widestRepeats(N: number, C: readonly number[]): number[] {
  const labels = [...C.keys()].sort((a, b) => C[b] - C[a]);
  return Array.from({ length: N }, (_, position) => {
    const depth = Math.min(position, N - 1 - position);
    return depth < labels.length ? labels[depth] : labels[0];
  });
}
