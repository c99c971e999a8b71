import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { intervalsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** Far beyond any use; the bound keeps counts, of N bits, quick. */
const MAX_N = 2_000;

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  intervals: z.array(z.tuple([integerFrom(0, MAX_N), integerFrom(0, MAX_N)])),
  K: integerFrom(1, MAX_N),
  reference_answer: bigIntegerFrom(0n),
}).check(
  lengths("N", "intervals"),
  holds(
    "intervals",
    ({ intervals }) => intervals.every(([l, r]) => l <= r),
    "must have l ≤ r each",
  ),
);

interface Intervals {
  intervals: readonly (readonly [number, number])[];
  K: number;
}

/** At level 0 K is nearly always 1, and the answer is 1 in nearly 40 % of the problems. */
export const boundedIntervalIntersection = defineEnvironment({
  id: "BoundedIntervalIntersection",
  title: "Subsets of intervals with a long intersection",
  summary: "Count non-empty subsets of intervals whose common intersection has length at least K.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const intervals = Array.from({ length: N }, (): [number, number] => {
      const left = random.integer(0, N);
      return [left, random.integer(left, N)];
    });
    const shortest = Math.min(...intervals.map(([l, r]) => r - l));
    const K = random.integer(1, Math.max(1, shortest));
    return { N, intervals, K, reference_answer: countSubsets({ intervals, K }) };
  },

  prompt: ({ N, intervals, K }) =>
    `Here are ${N} intervals [l, r] on a line, one a line:
${formatLines(intervals, ([l, r]) => `[${l}, ${r}]`)}

The interval [l, r] has the length r − l. The intersection of some intervals is the part of the line that lies in all of them; where it is empty, its length is 0.

For how many non-empty subsets of the ${N} intervals does the intersection have a length of at least ${K}? Intervals with equal ends count as separate intervals.

Answer with the exact number of subsets as one integer, like this: n`,

  picture: ({ intervals }) => intervalsPicture(intervals),

  ...nearBigInteger({ beta: 10, least: 0 }, countByIntersections),
});

/**
 * Each subset is counted at its interval that begins last: by increasing left ends, with the right
 * ends of those before that reach K beyond it in a heap, any of which may join. O(N log N).
 */
function countSubsets({ intervals, K }: Intervals): bigint {
  const open = new PriorityQueue<number>();
  let subsets = 0n;
  for (const [l, r] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (r - l < K) continue;
    while (open.size > 0 && (open.firstKey ?? 0) < l + K) open.pop();
    subsets += 2n ** BigInt(open.size);
    open.push(r, r);
  }
  return subsets;
}

/**
 * By the places where a window of length K lies in the intersection: the subsets around each window
 * from x to x + K, less those around both it and the next one, since the windows of a subset are
 * neighbours. O(N · range).
 */
function countByIntersections({ intervals, K }: Intervals): bigint {
  const last = Math.max(...intervals.map(([, r]) => r));
  const subsetsAround = (from: number, to: number) =>
    2n ** BigInt(intervals.filter(([l, r]) => l <= from && to <= r).length) - 1n;
  let subsets = 0n;
  for (let x = 0; x + K <= last; x++) {
    subsets += subsetsAround(x, x + K) - subsetsAround(x, x + K + 1);
  }
  return subsets;
}
