import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { minimised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** Bitwise operators work on signed 32-bit integers. */
const MAX_BITS = 31;
const BETA = 5;

const Parameters = z
  .object({
    N: z.int().min(3),
    max_bit_length: z.int().min(1).max(MAX_BITS, `max_bit_length must be at most ${MAX_BITS}`),
  })
  .refine(({ N, max_bit_length }) => N <= 2 ** max_bit_length, {
    message: "N must be at most 2^max_bit_length, the number of different values",
  });
const Instance = z.object({
  ...Parameters.shape,
  A: integers,
  indices: integers,
  reference_answer: z.string(),
  gold_answer: z.int().min(1),
});

export const minXorPair = defineEnvironment({
  id: "MinXorPair",
  title: "Closest pair by xor",
  summary: "Find two array positions whose values have the smallest bitwise xor.",
  reward: "(best/value)^5; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  hidden: ["indices"],
  levels: recurrence({ N: 3, max_bit_length: 3 }, ({ N, max_bit_length }) => {
    const next = { N: grow(N), max_bit_length };
    while (2 ** next.max_bit_length <= 2 * next.N) next.max_bit_length++;
    return next;
  }),

  generate({ N, max_bit_length }, random) {
    const A = random.distinctIntegers(N, 0, 2 ** max_bit_length - 1);
    const indices = Array.from(A.keys()).sort((i, j) => A[i] - A[j]);
    const [i, j] = closestNeighbours(A, indices);
    const reference_answer = `${Math.min(i, j)} ${Math.max(i, j)}`;
    return { N, max_bit_length, A, indices, reference_answer, gold_answer: A[i] ^ A[j] };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} different non-negative integers, with indices from 0 to ${N - 1}:
${formatLines(A, (value, index) => `A[${index}] = ${value}`)}

Find two indices i and j with 0 ≤ i < j ≤ ${N - 1} for which (A[i] AND A[j]) XOR (A[i] OR A[j]) is as small as possible. AND, OR and XOR are the bitwise operations.

Answer with the two indices, the smaller one first, separated by a space, like this: i j`,

  answer: integerTuple(2),

  score([i, j], { N, A, gold_answer }) {
    if (!(i >= 0 && i < j && j < N)) {
      return invalid(`not 0 ≤ i < j < ${N} for i = ${formatFigure(i)}, j = ${formatFigure(j)}`);
    }
    return minimised(A[i] ^ A[j], gold_answer, BETA);
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
