import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

/** Values lie in [1, VALUE_RANGE_MULTIPLE · N]. */
const VALUE_RANGE_MULTIPLE = 2;

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;
const MAX_VALUE = VALUE_RANGE_MULTIPLE * MAX_N;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, MAX_VALUE),
  K: integerFrom(1, MAX_VALUE),
  reference_answer: integerFrom(0),
}).check(lengths("N", "A"));

export const kloBlocks = defineEnvironment({
  id: "KloBlocks",
  title: "Level blocks",
  summary:
    "Find how long a run of items of at least K can become when surplus units move to neighbours.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const A = random.integers(N, 1, VALUE_RANGE_MULTIPLE * N);
      const [low, high] = extremes(A);
      if (high - low < 2) return undefined;
      const K = random.integer(low + 1, high - 1);
      const reference_answer = longestRun(A, K);
      return reference_answer > 1 && reference_answer < N
        ? { N, A, K, reference_answer }
        : undefined;
    });
  },

  prompt: ({ N, A, K }) =>
    `Here is an array of ${N} integers:
${A.join(" ")}

One move chooses an item whose current value is strictly greater than ${K}, subtracts 1 from it and adds 1 to the item directly to its left or directly to its right. You may make any number of moves. What is the greatest possible length of a run of consecutive items that are all at least ${K} in the end?

Answer with that length as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A),

  ...exactInteger(({ A, K }: { A: number[]; K: number }) => longestRun(A, K)),
});

/**
 * The longest subarray with an average of at least K: surplus can be handed on within it, and none
 * comes in from outside without making the run longer. Prefix sums of A[i] − K; only their strict
 * minima can be best starts, and ends are tried from the right: a monotonic stack, O(N).
 */
function longestRun(A: readonly number[], K: number): number {
  const prefix = prefixSums(A.map((value) => value - K));
  const starts: number[] = [];
  for (const [start, height] of prefix.entries()) {
    if (starts.length === 0 || height < prefix[starts[starts.length - 1]]) starts.push(start);
  }
  let longest = 0;
  let last = starts.length - 1;
  for (let end = A.length; end >= 0; end--) {
    for (; last >= 0 && prefix[starts[last]] <= prefix[end]; last--) {
      longest = Math.max(longest, end - starts[last]);
    }
  }
  return longest;
}
