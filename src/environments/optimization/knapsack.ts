import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { invalid, maximised } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** An item of weight w has a value in [1, VALUE_RANGE_MULTIPLE · w]. */
const VALUE_RANGE_MULTIPLE = 2;
const BETA = 5;
/** Far beyond any use: the table of decisions takes N · W_max bytes, up to N³. */
const MAX_N = 500;

const Parameters = z.object({ N: z.int().min(2).max(MAX_N, `N must be at most ${MAX_N}`) });
const Instance = Parameters.extend({
  W: integers,
  V: integers,
  W_max: z.int(),
  gold_answer: z.int(),
});

export const knapsack = defineEnvironment({
  id: "Knapsack",
  title: "0/1 knapsack",
  summary: "Choose distinct items within a weight limit so that their total value is largest.",
  reward: "(value/best)^5; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const W = random.integers(N, 1, N);
    const V = W.map((weight) => random.integer(1, VALUE_RANGE_MULTIPLE * weight));
    const W_max = random.integer(Math.min(...W), sum(W));
    return { N, W, V, W_max, gold_answer: sum(mostValuable(W, V, W_max).map((item) => V[item])) };
  },

  prompt: ({ N, W, V, W_max }) =>
    `A bag holds a total weight of at most ${W_max}. There are ${N} items, numbered from 0:
${formatLines(W, (weight, item) => `item ${item}: weight ${weight}, value ${V[item]}`)}

Choose items, each at most once, so that their total weight does not exceed ${W_max} and their total value is as large as possible.

Answer with the numbers of the chosen items in any order, separated by spaces, like this: i j k`,

  answer: integerList,

  score(items, { N, W, V, W_max, gold_answer }) {
    const fault = findIndexFault(items, N);
    if (fault !== undefined) return invalid(fault);
    const weight = sum(items.map((item) => W[item]));
    if (weight > W_max) return invalid(`weight ${weight} exceeds ${W_max}`);
    return maximised(sum(items.map((item) => V[item])), gold_answer, BETA);
  },

  solve: ({ W, V, W_max }) => mostValuable(W, V, W_max).join(" "),
});

/**
 * The items of a most valuable selection: dynamic programming over items and capacity with a trace
 * back through the decisions, O(N · W_max) time, one byte of memory a decision.
 */
function mostValuable(W: readonly number[], V: readonly number[], capacity: number): number[] {
  const best = new Float64Array(capacity + 1);
  const isTaken = W.map((weight, item) => {
    const taken = new Uint8Array(capacity + 1);
    for (let room = capacity; room >= weight; room--) {
      const value = best[room - weight] + V[item];
      if (value > best[room]) {
        best[room] = value;
        taken[room] = 1;
      }
    }
    return taken;
  });
  const chosen: number[] = [];
  let room = capacity;
  for (let item = W.length - 1; item >= 0; item--) {
    if (isTaken[item][room] === 0) continue;
    chosen.push(item);
    room -= W[item];
  }
  return chosen.reverse();
}
