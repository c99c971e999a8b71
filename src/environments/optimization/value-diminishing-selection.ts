import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

const gain = maximising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 1_000;

const Parameters = z.object({ N: sizeFrom(1, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  W: integersFrom(0, LARGEST_N ** 2),
  R: integersFrom(0, LARGEST_N),
  gold_answer: integerFrom(0),
}).check(lengths("N", "W", "R"));

interface Items {
  readonly W: readonly number[];
  readonly R: readonly number[];
}

export const valueDiminishingSelection = defineEnvironment({
  id: "ValueDiminishingSelection",
  title: "Selection with diminishing gains",
  summary:
    "Pick and order items when each picked item lowers the gain of all later ones; maximise the total.",
  reward: `${gain.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const W = random.integers(N, 0, Math.floor(N ** 2 / 2));
    const R = random.integers(N, 1, N);
    return { N, W, R, gold_answer: totalGain({ W, R }, selectBest({ W, R })) };
  },

  prompt: ({ N, W, R }) =>
    `There are ${N} items, numbered from 0, each with a value W and a loss R:
${formatLines(W, (value, item) => `item ${item}: W=${value} R=${R[item]}`)}

Choose items one after the other, each at most once. An item gains its W less the sum of the R of all items that were chosen before it; a gain may be negative. Which items are chosen, and in which order, is to make the sum of their gains as large as possible; no item at all gains 0.

Answer with the numbers of the chosen items in the order in which they are chosen, on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(items, { N, W, R, gold_answer }) {
    const fault = findIndexFault(items, N);
    if (fault !== undefined) return invalid(fault);
    return gain.verdict(Math.max(0, totalGain({ W, R }, items)), gold_answer);
  },

  picture: ({ W, R }, path) =>
    pointsPicture(
      W.map((gain, item) => [gain, R[item]]),
      { base: 0, path, chosen: path },
    ),

  solve: (items) => selectBest(items).join(" "),
});

function totalGain({ W, R }: Items, chosen: readonly number[]): number {
  let [total, loss] = [0, 0];
  for (const item of chosen) {
    total += W[item] - loss;
    loss += R[item];
  }
  return total;
}

/**
 * Chosen items are best in order of R, the smallest first. From the largest R down, an item loses
 * its R for each of those that were chosen before it here and follow it there: dynamic programming
 * over the items and how many are chosen, O(N²).
 */
function selectBest({ W, R }: Items): number[] {
  const order = [...R.keys()].sort((a, b) => R[b] - R[a]);
  let best = [0];
  const isTaken = order.map((item) => {
    const taken: boolean[] = [];
    const next = [...best, Number.NEGATIVE_INFINITY];
    for (let count = 1; count < next.length; count++) {
      const value = best[count - 1] + W[item] - R[item] * (count - 1);
      if (value > next[count]) [next[count], taken[count]] = [value, true];
    }
    best = next;
    return taken;
  });
  let count = best.indexOf(Math.max(...best));
  const chosen: number[] = [];
  for (let step = order.length - 1; step >= 0; step--) {
    if (!isTaken[step][count]) continue;
    chosen.push(order[step]);
    count--;
  }
  return chosen;
}
