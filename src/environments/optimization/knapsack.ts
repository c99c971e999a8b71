import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** An item of weight w has a value in [1, VALUE_RANGE_MULTIPLE · w]. */
const VALUE_RANGE_MULTIPLE = 2;
/** Bounds the table of decisions, which takes N · W_max bytes, up to N³. */
const MAX_N = 500;

const value = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  W: integersFrom(1, MAX_N),
  V: integersFrom(0, VALUE_RANGE_MULTIPLE * MAX_N),
  W_max: integerFrom(0),
  gold_answer: integer,
}).check(
  lengths("N", "W", "V"),
  holds("W_max", ({ W, W_max }) => W_max <= sum(W), "must be at most the sum of all weights"),
);

export const knapsack = defineEnvironment({
  id: "Knapsack",
  title: "0/1 knapsack",
  summary: "Choose distinct items within a weight limit so that their total value is largest.",
  reward: `${value.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

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

Answer with the numbers of the chosen items in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(items, { N, W, V, W_max, gold_answer }) {
    const fault = findIndexFault(items, N);
    if (fault !== undefined) return invalid(fault);
    const weight = sum(items.map((item) => W[item]));
    if (weight > W_max) return invalid(`weight ${weight} exceeds ${W_max}`);
    return value.verdict(sum(items.map((item) => V[item])), gold_answer);
  },

  picture: ({ W, V }, chosen) =>
    partsPicture({
      Weights: barsPicture(W, { chosen }),
      Values: barsPicture(V, { chosen }),
    }),

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
