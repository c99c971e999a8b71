import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { bitLength } from "../toolkit/numbers/bits.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths, permutation } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Bitwise operators work on signed 32-bit integers. */
const MAX_BITS = 31;
/** Bounds the comparison of all pairs. */
const MAX_N = 10_000;

const xor = minimising({ beta: 5 });

const Parameters = z
  .object({ N: sizeFrom(3, MAX_N), max_bit_length: sizeFrom(1, MAX_BITS) })
  .check(
    holds(
      "N",
      ({ N, max_bit_length }) => N <= 2 ** max_bit_length,
      "must be at most 2^max_bit_length, the number of different values",
    ),
  );
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, 2 ** MAX_BITS - 1),
  indices: integers,
  reference_answer: z.string(),
  gold_answer: integerFrom(1),
}).check(lengths("N", "A"), distinct("A"), permutation("indices", "N"));

export const minXorPair = defineEnvironment({
  id: "MinXorPair",
  title: "Closest pair by xor",
  summary: "Find two array positions whose values have the smallest bitwise xor.",
  reward: `${xor.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["indices"],
  levels: growing({ N: 3 }, ({ N }) => [{ N, max_bit_length: bitLength(2 * N) }]),

  generate({ N, max_bit_length }, random) {
    const A = random.distinctIntegers(N, 0, 2 ** max_bit_length - 1);
    const indices = Array.from(A.keys()).sort((i, j) => A[i] - A[j]);
    const [i, j] = closestNeighbours(A, indices);
    const reference_answer = `${Math.min(i, j)} ${Math.max(i, j)}`;
    return { N, max_bit_length, A, indices, reference_answer, gold_answer: A[i] ^ A[j] };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} different integers, with indices from 0:
${formatIndexed("A", A)}

Find two indices i < j for which (A[i] AND A[j]) XOR (A[i] OR A[j]), with bitwise operations, is as small as possible.

Answer with the two indices, the smaller one first, separated by a space, like this: i j`,

  answer: integerTuple(2),

  score([i, j], { N, A, gold_answer }) {
    if (!(i >= 0 && i < j && j < N)) {
      return invalid(`not 0 ≤ i < j < ${N} for i = ${formatFigure(i)}, j = ${formatFigure(j)}`);
    }
    return xor.verdict(A[i] ^ A[j], gold_answer);
  },

  solve: ({ A }) => closestOfAllPairs(A).join(" "),
});

/**
 * A pair with the smallest xor, of neighbours in ascending order: for a < b < c, the highest bit in
 * which a and c differ is 0 in a and 1 in c, and b agrees there with one of them and above with
 * both, so that its xor with that one is smaller. O(N) after sorting.
 */
function closestNeighbours(
  A: readonly number[],
  ascending: readonly number[],
): [i: number, j: number] {
  let closest: [number, number] = [ascending[0], ascending[1]];
  for (let rank = 2; rank < ascending.length; rank++) {
    const [i, j] = [ascending[rank - 1], ascending[rank]];
    if ((A[i] ^ A[j]) < (A[closest[0]] ^ A[closest[1]])) closest = [i, j];
  }
  return closest;
}

/** The plain definition, O(N²), as a proof of the above. */
function closestOfAllPairs(A: readonly number[]): [i: number, j: number] {
  let closest: [number, number] = [0, 1];
  for (let j = 2; j < A.length; j++) {
    for (let i = 0; i < j; i++) {
      if ((A[i] ^ A[j]) < (A[closest[0]] ^ A[closest[1]])) closest = [i, j];
    }
  }
  return closest;
}
