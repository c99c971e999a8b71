import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { PriorityQueue } from "../toolkit/sequences/priority-queue.ts";
import { tally } from "../toolkit/sequences/tally.ts";

/** Numbers up to N are gone through one by one. */
const LARGEST_N = 1_000_000;

const Parameters = z.object({ MAX_N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(2, LARGEST_N),
  K: integerFrom(1, LARGEST_N),
  reference_answer: integerFrom(1),
});

interface Size {
  N: number;
  K: number;
}

/**
 * Up to N = 10 no two numbers share a digit product other than 0, so that the sum is K: in all
 * problems up to level 5 and half of those of level 10. There are 14 problems at level 0 and 35 at
 * level 3.
 */
export const goldWashing = defineEnvironment({
  id: "GoldWashing",
  title: "Largest classes of digit products",
  summary: "Sum the K largest numbers of pairs (x, y) in 1..N sharing given digit products (a, b).",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N: 5 }),

  generate({ MAX_N }, random) {
    const N = random.integer(2, MAX_N);
    const K = random.integer(1, N);
    return { MAX_N, N, K, reference_answer: sumOfLargest({ N, K }) };
  },

  prompt: ({ N, K }) =>
    `Let f(x) be the product of the decimal digits of a positive integer x. For integers a and b with 1 ≤ a ≤ ${N} and 1 ≤ b ≤ ${N}, let g(a, b) be the number of ordered pairs (x, y) of integers with 1 ≤ x ≤ ${N}, 1 ≤ y ≤ ${N}, f(x) = a and f(y) = b.

The ${N}² = ${N * N} values g(a, b), one for each ordered pair (a, b), are sorted from the largest to the smallest. What is ${K === 1 ? "the first of them" : `the sum of the first ${K} of them`}?

Answer with this number as one integer, like this: s`,

  ...nearInteger({ beta: 10, least: 1 }, sumOfAllSorted),
});

/** How many numbers 1..N have each digit product that occurs and is not 0, in falling order. O(N). */
function classSizes(N: number): number[] {
  const products = [0];
  for (let x = 1; x <= N; x++) {
    products.push(x < 10 ? x : products[Math.floor(x / 10)] * (x % 10));
  }
  return [...tally(products.filter((product) => product > 0)).values()].sort((a, b) => b - a);
}

/**
 * The sizes g are products of two class sizes: the largest come out of a heap that holds, for each
 * class a, the next class b. O(K log K).
 */
function sumOfLargest({ N, K }: Size): number {
  const sizes = classSizes(N);
  const heap = new PriorityQueue<[a: number, b: number]>();
  for (const [a, size] of sizes.entries()) heap.push([a, 0], -size * sizes[0]);
  let total = 0;
  for (let rank = 0; rank < K; rank++) {
    const next = heap.pop();
    if (next === undefined) break;
    const [a, b] = next;
    total += sizes[a] * sizes[b];
    if (b + 1 < sizes.length) heap.push([a, b + 1], -sizes[a] * sizes[b + 1]);
  }
  return total;
}

/** All products, sorted. O(classes² log classes). */
function sumOfAllSorted({ N, K }: Size): number {
  const sizes = classSizes(N);
  const products = sizes.flatMap((size) => sizes.map((other) => size * other));
  return sum(products.sort((a, b) => b - a).slice(0, K));
}
