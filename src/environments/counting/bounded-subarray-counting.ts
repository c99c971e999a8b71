import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; N · M elements are passed over, and their subarrays counted exactly. */
const LARGEST = 3_000;

const Parameters = z.object({ N: sizeFrom(1, LARGEST), M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, LARGEST),
  K: integerFrom(1),
  reference_answer: integerFrom(1),
}).check(
  lengths("N", "A"),
  holds("K", ({ A, K }) => K >= extremes(A)[1], "must be at least the largest element"),
);

interface Repetition {
  A: readonly number[];
  M: number;
  K: number;
}

export const boundedSubarrayCounting = defineEnvironment({
  id: "BoundedSubarrayCounting",
  title: "Subarrays of a bounded sum",
  summary: "Repeat an array M times and count contiguous non-empty subarrays with sum at most K.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3, M: 2 }),

  generate({ N, M }, random) {
    const A = random.integers(N, 1, N);
    const K = random.integer(extremes(A)[1], M * sum(A));
    return { N, M, A, K, reference_answer: countSubarrays({ A, M, K }) };
  },

  prompt: ({ N, M, A, K }) =>
    `Here is an array A of ${N} positive integer${N === 1 ? "" : "s"}:
${A.join(" ")}

The array B is A written ${M} times in a row, so that it has ${N * M} elements. How many non-empty contiguous subarrays of B have a sum of at most ${K}? Subarrays at different places count separately, even where their elements are equal.

Answer with the number of subarrays as one integer, like this: n`,

  picture: ({ A }) => barsPicture(A),

  ...nearInteger({ beta: 10, least: 0 }, countByWindow),
});

/**
 * For each start within A, the farthest end by binary search in the prefix sums of A, whole copies
 * first. A start in a later copy reaches as far, unless B ends before. O(N log N + N · M).
 */
function countSubarrays({ A, M, K }: Repetition): number {
  const sums = prefixSums([...A, ...A]);
  const total = sums[A.length];
  const copies = Math.floor(K / total);
  const rest = K - copies * total;
  let count = 0;
  for (const start of A.keys()) {
    let [low, high] = [start, start + A.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (sums[middle] - sums[start] <= rest) low = middle;
      else high = middle - 1;
    }
    const reach = copies * A.length + low - start;
    for (let copy = 0; copy < M; copy++) {
      count += Math.min(reach, (M - copy) * A.length - start);
    }
  }
  return count;
}

/** Two pointers over B: the window's first element goes on while the sum is too large. O(N · M). */
function countByWindow({ A, M, K }: Repetition): number {
  let [count, start, windowSum] = [0, 0, 0];
  for (let end = 0; end < A.length * M; end++) {
    windowSum += A[end % A.length];
    for (; windowSum > K; start++) windowSum -= A[start % A.length];
    count += end - start + 1;
  }
  return count;
}
