import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { minimised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";

const BETA = 5;
const MAX_A_B_OF_LEVELS = 10;
/** Far beyond any use; the bound keeps scoring, which multiplies all the numbers A, fast. */
const MAX_PAIRS = 10_000;

const Pair = z.object({ index: z.int().min(0), A: z.int().min(1), B: z.int().min(1) });
type Pair = z.infer<typeof Pair>;

const Parameters = z.object({
  N: z.int().min(2).max(MAX_PAIRS, `N must be at most ${MAX_PAIRS}`),
  MAX_A_B: z.int().min(1),
});
const Instance = Parameters.extend({
  array: z.array(Pair).max(MAX_PAIRS + 1),
  gold_answer: bigInteger,
  reference_answer: z.string(),
});

export const kingSorting = defineEnvironment({
  id: "KingSorting",
  title: "Order of pairs by product and quotient",
  summary:
    "Order pairs so that the largest floor(product of the earlier A / own B) is as small as possible.",
  reward: "(best/value)^5; invalid −0.5",
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

Answer with the numbers of the pairs 1 to ${N} in the order you choose (without pair 0) on one line, separated by spaces, like this: i j k …`,

  answer: integerList,

  score(order, { N, array, gold_answer }) {
    const fault = findPermutationFault(order, N, 1);
    if (fault !== undefined) return invalid(fault);
    return minimised(largestQuotient(order, array), gold_answer, BETA);
  },

  solve: ({ array }) => bestOrder(array).join(" "),
});

/** The largest floor(product of the earlier A / own B) if pair 0 is followed by the order. */
function largestQuotient(order: readonly number[], array: readonly Pair[]): bigint {
  let product = BigInt(array[0].A);
  let largest = 0n;
  for (const pair of order) {
    const quotient = product / BigInt(array[pair].B);
    if (quotient > largest) largest = quotient;
    product *= BigInt(array[pair].A);
  }
  return largest;
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
