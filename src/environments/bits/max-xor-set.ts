import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { bitLength } from "../toolkit/numbers/bits.ts";
import { XorBasis } from "../toolkit/numbers/xor-basis.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** Each level offers as many bit lengths, from the level's least one on. */
const BIT_LENGTHS_PER_LEVEL = 5;

const value = maximising({ beta: 5 });

const Parameters = z.object({
  N: sizeFrom(2, 100_000),
  MAX_bit_length: sizeFrom(2, XorBasis.MAX_BITS),
});
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, 2 ** XorBasis.MAX_BITS - 1),
  gold_answer: integerFrom(1),
}).check(lengths("N", "A"));

export const maxXorSet = defineEnvironment({
  id: "MaxXorSet",
  title: "Subset with the greatest xor",
  summary: "Select elements of an array whose xor is as large as possible.",
  reward: `${value.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }, ({ N }) =>
    Array.from({ length: BIT_LENGTHS_PER_LEVEL }, (_, more) => {
      return { N, MAX_bit_length: bitLength(2 * N + 1) + more };
    }),
  ),

  generate({ N, MAX_bit_length }, random) {
    const A = random.integers(N, 1, 2 ** MAX_bit_length - 2);
    return { N, MAX_bit_length, A, gold_answer: xorOf(greatestSelection(A), A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} integers, with indices from 0:
${formatIndexed("A", A)}

Select some of its elements so that the bitwise XOR of all selected elements is as large as possible.

Answer with the indices of the selected elements in any order, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(indices, { N, A, gold_answer }) {
    const fault = findRangeFault(indices, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    // An index that is listed twice is not refused: its element cancels itself.
    return value.verdict(xorOf(indices, A), gold_answer);
  },

  solve: ({ A }) => greatestSelection(A).join(" "),
});

function xorOf(indices: readonly number[], A: readonly number[]): number {
  let xor = 0;
  for (const index of indices) xor ^= A[index];
  return xor;
}

/** Indices of elements with the greatest xor, by a linear basis: O(N · bits). */
function greatestSelection(A: readonly number[]): number[] {
  const basis = new XorBasis();
  const independent = [...A.keys()].filter((index) => basis.insert(A[index]));
  return basis.greatest().parts.map((rank) => independent[rank]);
}
