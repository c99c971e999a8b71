import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { XorBasis } from "../toolkit/numbers/xor-basis.ts";
import { maximised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const BETA = 5;
/** Each level offers as many bit lengths, from the level's least one on. */
const BIT_LENGTHS_PER_LEVEL = 5;

const Parameters = z.object({
  N: z.int().min(2),
  MAX_bit_length: z
    .int()
    .min(2)
    .max(XorBasis.MAX_BITS, `MAX_bit_length must be at most ${XorBasis.MAX_BITS}`),
});
const Instance = Parameters.extend({
  A: z.array(
    z
      .int()
      .min(1)
      .lt(2 ** XorBasis.MAX_BITS),
  ),
  gold_answer: z.int().min(1),
});

export const maxXorSet = defineEnvironment({
  id: "MaxXorSet",
  title: "Subset with the greatest xor",
  summary: "Select elements of an array whose xor is as large as possible.",
  reward: "(value/best)^5; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 3, leastBits: 3 },
    (state) => {
      const N = grow(state.N);
      let { leastBits } = state;
      while (2 ** leastBits - 2 < 2 * N) leastBits++;
      return { N, leastBits };
    },
    ({ N, leastBits }) =>
      Array.from({ length: BIT_LENGTHS_PER_LEVEL }, (_, more) => {
        return { N, MAX_bit_length: leastBits + more };
      }),
  ),

  generate({ N, MAX_bit_length }, random) {
    const A = random.integers(N, 1, 2 ** MAX_bit_length - 2);
    return { N, MAX_bit_length, A, gold_answer: xorOf(greatestSelection(A), A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} integers, with indices from 0:
${formatIndexed("A", A)}

Select some of its elements, each at most once, so that the bitwise XOR of all selected elements is as large as possible.

Answer with the indices of the selected elements in any order on one line, separated by spaces, like this: i j k`,

  answer: integerList,

  score(indices, { N, A, gold_answer }) {
    const fault = findRangeFault(indices, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    // An index that is listed twice is not refused: its element cancels itself.
    return maximised(xorOf(indices, A), gold_answer, BETA);
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
