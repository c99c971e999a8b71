import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const total = minimising({ beta: 5 });

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 50_000;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  T: integersFrom(1, LARGEST_N),
  D: integersFrom(1, LARGEST_N),
  gold_answer: integerFrom(1),
}).check(lengths("N", "T", "D"));

interface Items {
  readonly T: readonly number[];
  readonly D: readonly number[];
}

export const protectingFlowers = defineEnvironment({
  id: "ProtectingFlowers",
  title: "Weighted waiting order",
  summary:
    "Order items to minimise the sum of each item's weight times the total time of the items before it.",
  reward: `${total.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const [T, D] = [random.integers(N, 1, N), random.integers(N, 1, N)];
    return { N, T, D, gold_answer: totalOf({ T, D }, findOrder({ T, D })) };
  },

  prompt: ({ N, T, D }) =>
    `There are ${N} items, numbered from 1, each with a time T and a weight D:
${formatLines(T, (time, index) => `T[${index + 1}]=${time} D[${index + 1}]=${D[index]}`)}

In an order p[1], p[2], … of all items, the item p[i] waits for S[i] = T[p[1]] + … + T[p[i−1]], the sum of the times of those before it; the first one waits for 0.

Find an order in which the sum of S[i]·D[p[i]] over all i is as small as possible.

Answer with the ${N} numbers of the items in this order, on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(order, { N, T, D, gold_answer }) {
    const fault = findPermutationFault(order, N, 1);
    return fault === undefined
      ? total.verdict(totalOf({ T, D }, order), gold_answer)
      : invalid(fault);
  },

  picture: ({ T, D }, path) =>
    pointsPicture(
      T.map((time, index) => [time, D[index]]),
      { base: 1, path, stretched: true },
    ),

  solve: (items) => findOrder(items).join(" "),
});

function totalOf({ T, D }: Items, order: readonly number[]): number {
  let [waited, sum] = [0, 0];
  for (const item of order) {
    sum += waited * D[item - 1];
    waited += T[item - 1];
  }
  return sum;
}

/** By T/D, the smallest first: exchanging two neighbours changes only t₁·d₂ for t₂·d₁ (Smith). */
function findOrder({ T, D }: Items): number[] {
  const order = [...T.keys()].sort((a, b) => T[a] * D[b] - T[b] * D[a]);
  return order.map((index) => index + 1);
}
