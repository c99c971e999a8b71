import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const largest = minimising({ beta: 5 });

const MAX_A_B_OF_LEVELS = 10;
/** Far beyond any use; the bound keeps scoring, which multiplies all the numbers A, fast. */
const MAX_PAIRS = 10_000;
const LARGEST_MAX_A_B = 1_000_000_000;

const factor = integerFrom(1, LARGEST_MAX_A_B);
const Pair = z.object({ index: integerFrom(0, MAX_PAIRS), A: factor, B: factor });
type Pair = z.infer<typeof Pair>;

const Parameters = z.object({ N: sizeFrom(2, MAX_PAIRS), MAX_A_B: factor });
const Instance = instanceOf(Parameters, {
  array: z.array(Pair),
  gold_answer: bigIntegerFrom(0n),
  reference_answer: z.string(),
}).check(
  lengths(({ N }) => N + 1, "array"),
  holds(
    "array",
    ({ array }) => array.every(({ index }, place) => index === place),
    "must hold the pairs in the order of their indices",
  ),
);

export const kingSorting = defineEnvironment({
  id: "KingSorting",
  title: "Order of pairs by product and quotient",
  summary:
    "Order pairs so that the largest floor(product of the earlier A / own B) is as small as possible.",
  reward: `${largest.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3, MAX_A_B: MAX_A_B_OF_LEVELS }, ({ N, MAX_A_B }) => ({
    N: grow(N),
    MAX_A_B,
  })),

  generate({ N, MAX_A_B }, random) {
    const array = Array.from({ length: N + 1 }, (_, index): Pair => {
      return { index, A: random.integer(1, MAX_A_B), B: random.integer(1, MAX_A_B) };
    });
    const order = bestOrder(array);
    return {
      N,
      MAX_A_B,
      array,
      gold_answer: largestQuotient(order, array),
      reference_answer: order.join(" "),
    };
  },

  prompt: ({ N, array }) =>
    `There are ${N + 1} pairs of positive integers A and B, numbered from 0:
${formatLines(array, ({ A, B }, number) => `pair ${number}: A = ${A}, B = ${B}`)}

The pairs are put in a row. Pair 0 comes first; the order of the pairs 1 to ${N} behind it is yours to choose. In the row, each pair except pair 0 gets the value floor(P / B), where P is the product of the numbers A of all pairs before it (pair 0 included), B is its own number B, and floor rounds down to an integer. Choose the order so that the largest of these ${N} values is as small as possible.

Answer with the numbers of the pairs 1 to ${N} in the order you choose (without pair 0) on one line, separated by spaces, like this: ${placeholders(N, "i")}`,

  answer: integerList,

  score(order, { N, array, gold_answer }) {
    const fault = findPermutationFault(order, N, 1);
    if (fault !== undefined) return invalid(fault);
    return largest.verdict(largestQuotient(order, array), gold_answer);
  },

  picture: ({ array }, order) =>
    pointsPicture(
      array.map(({ A, B }) => [A, B]),
      { base: 0, path: order && [0, ...order] },
    ),

  solve: ({ array }) => bestOrder(array).join(" "),
});

/** The largest floor(product of the earlier A / own B) if pair 0 is followed by the order. */
function largestQuotient(order: readonly number[], array: readonly Pair[]): bigint {
  let product = BigInt(array[0].A);
  let most = 0n;
  for (const pair of order) {
    const quotient = product / BigInt(array[pair].B);
    if (quotient > most) most = quotient;
    product *= BigInt(array[pair].A);
  }
  return most;
}

/**
 * The pairs 1..N by A·B ascending: of two neighbours, the one with the smaller A·B is better in
 * front, as the larger of their two quotients is then smaller or equal. O(N log N).
 */
function bestOrder(array: readonly Pair[]): number[] {
  const key = array.map(({ A, B }) => BigInt(A) * BigInt(B));
  const order = Array.from({ length: array.length - 1 }, (_, index) => index + 1);
  return order.sort((a, b) => (key[a] < key[b] ? -1 : key[a] > key[b] ? 1 : 0));
}
