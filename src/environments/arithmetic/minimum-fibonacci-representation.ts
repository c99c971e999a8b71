import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";

const Parameters = z.object({ MAX_K: sizeFrom(10, 2 ** 52) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1, 2 ** 52),
  reference_answer: integerFrom(1),
});

/**
 * K is all that distinguishes problems: there are 12 of them at level 0, 46 at level 3. Few terms are
 * enough: answers are 1 to 3 at low levels, where 2 is right in more than half, and one number is right
 * in a third of the problems at all levels.
 */
export const minimumFibonacciRepresentation = defineEnvironment({
  id: "MinimumFibonacciRepresentation",
  title: "Fewest signed Fibonacci terms",
  summary: "Find the least number of Fibonacci numbers, added or subtracted, that represent K.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_K: 15 }, ({ MAX_K }) => ({ MAX_K: Math.floor(1.5 * MAX_K) })),

  generate({ MAX_K }, random) {
    const K = random.integer(4, MAX_K);
    return { MAX_K, K, reference_answer: countByNearest(K) };
  },

  prompt: ({ K }) =>
    `The Fibonacci numbers are 1, 2, 3, 5, 8, 13, …, each the sum of the two before it. An integer can be written as a sum of Fibonacci numbers, each of which is added or subtracted and may occur any number of times; for example, 10 = 5 + 5 and 19 = 21 − 2 have two terms each.

What is the least number of terms with which ${K} can be written so?

Answer with the number of terms as one integer, like this: n`,

  ...exactInteger(({ K }: { K: number }) => countByBoth(K, new Map())),
});

/** Each time the nearest Fibonacci number is taken off, and the distance is left. O(log² K). */
function countByNearest(K: number): number {
  let count = 0;
  for (let rest = K; rest > 0; count++) {
    const [low, high] = findNeighbours(rest);
    rest = Math.min(rest - low, high - rest);
  }
  return count;
}

/** The best of both ways each time, the Fibonacci number below and the one above: O(log² K) distances. */
function countByBoth(rest: number, known: Map<number, number>): number {
  if (rest === 0) return 0;
  let count = known.get(rest);
  if (count === undefined) {
    const [low, high] = findNeighbours(rest);
    count = 1 + countByBoth(rest - low, known);
    if (high - rest < rest) count = Math.min(count, 1 + countByBoth(high - rest, known));
    known.set(rest, count);
  }
  return count;
}

/** The largest Fibonacci number up to n ≥ 1, and the next. */
function findNeighbours(n: number): [low: number, high: number] {
  let [low, high] = [1, 2];
  while (high <= n) [low, high] = [high, low + high];
  return [low, high];
}
