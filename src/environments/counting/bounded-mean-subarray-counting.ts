import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { countInversions } from "../toolkit/sequences/inversions.ts";

/** Far beyond any use; the bound keeps counts, of O(N²) subarrays, safe and solving quick. */
const MAX_N = 20_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, MAX_N),
  K: integerFrom(0, MAX_N),
  reference_answer: integerFrom(1),
}).check(lengths("N", "A"));

interface Means {
  A: readonly number[];
  K: number;
}

/**
 * At level 0 K is often the least element: all six subarrays count in nearly 40 % of the problems.
 */
export const boundedMeanSubarrayCounting = defineEnvironment({
  id: "BoundedMeanSubarrayCounting",
  title: "Subarrays of a large mean",
  summary: "Count non-empty contiguous subarrays whose mean is at least K.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 0, N);
    const K = random.integer(...extremes(A));
    return { N, A, K, reference_answer: countSubarrays({ A, K }) };
  },

  prompt: ({ N, A, K }) =>
    `Here is an array of ${N} integers:
${A.join(" ")}

How many non-empty contiguous subarrays have a mean (the sum of the elements divided by their number) of at least ${K}? Subarrays at different places count separately, even where their elements are equal.

Answer with the number of subarrays as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A),

  ...nearInteger({ beta: 10, least: 0 }, countOneByOne),
});

/**
 * The mean of A[i..j) is below K where the prefix sums of A − K fall from i to j: all subarrays
 * without the inversions of the prefix sums. O(N log N).
 */
function countSubarrays({ A, K }: Means): number {
  const sums = prefixSums(A.map((value) => value - K));
  return (A.length * (A.length + 1)) / 2 - countInversions(sums);
}

/** Each subarray by itself, its sum carried along. O(N²). */
function countOneByOne({ A, K }: Means): number {
  let count = 0;
  for (let start = 0; start < A.length; start++) {
    let excess = 0;
    for (let end = start; end < A.length; end++) {
      excess += A[end] - K;
      if (excess >= 0) count++;
    }
  }
  return count;
}
