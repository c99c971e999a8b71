import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Far beyond any use: the tables take some N³ entries, filling them N⁴ steps. */
const MAX_N = 100;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1),
  reference_answer: integerFrom(1),
}).check(lengths("N", "A"), within("A", 1, "N"));

export const subsequenceReversalLnds = defineEnvironment({
  id: "SubsequenceReversalLNDS",
  title: "Reverse a subsequence, extend the order",
  summary:
    "Reverse one chosen subsequence so that the longest non-decreasing subsequence becomes as long as possible.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, N);
    return { N, A, reference_answer: longestAfterReversal(A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} integers, with indices from 1:
${formatIndexed("A", A, 1)}

Once, you choose one or more indices i1 < i2 < … < ik and reverse the values at these indices: the value of A[i1] moves to index ik, that of A[i2] to the index before ik among the chosen ones, and so on; all other values stay where they are. A non-decreasing subsequence of the resulting array is a choice of its elements, not necessarily adjacent, whose values never decrease in the order of the array. What is the greatest possible length of such a subsequence after the reversal, over all choices of indices?

Answer with this greatest length as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A, { base: 1 }),

  ...exactInteger(({ A }: { A: number[] }) => longestAfterReversal(A)),
});

/**
 * The greatest length after a reversal, which exchanges nested pairs of positions. F(l, r, a, b) is
 * the greatest number of elements of the positions l..r with values in a..b: an end is left out,
 * kept as lowest or highest value, or both ends are exchanged. O(N² V²) time for values up to V,
 * O(N V²) memory, since only the two preceding widths are needed.
 */
function longestAfterReversal(A: readonly number[]): number {
  const N = A.length;
  const V = Math.max(...A);
  const stride = V + 2; // room for the empty ranges a = b + 1
  const layerSize = stride * stride;
  const emptyWidth = () => new Uint16Array((N + 1) * layerSize);
  let [twoNarrower, narrower, current] = [emptyWidth(), emptyWidth(), emptyWidth()];
  for (let width = 1; width <= N; width++) {
    for (let left = 0; left + width <= N; left++) {
      const [first, last] = [A[left], A[left + width - 1]];
      const layer = left * layerSize;
      for (let low = V; low >= 1; low--) {
        for (let high = low; high <= V; high++) {
          const range = low * stride + high;
          let best = Math.max(current[layer + range + stride], current[layer + range - 1]);
          const firstIsLow = first === low ? 1 : 0;
          const lastIsHigh = last === high ? 1 : 0;
          best = Math.max(
            best,
            narrower[layer + layerSize + range] + firstIsLow,
            narrower[layer + range] + lastIsHigh,
          );
          if (width > 1) {
            const exchanged = (last === low ? 1 : 0) + (first === high ? 1 : 0);
            best = Math.max(best, twoNarrower[layer + layerSize + range] + exchanged);
          }
          current[layer + range] = best;
        }
      }
    }
    [twoNarrower, narrower, current] = [narrower, current, twoNarrower];
  }
  return narrower[stride + V];
}
