import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { inverseModulo, multiplyModulo } from "../toolkit/numbers/modular.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted instance solved within a second. */
const LARGEST_K = 10 ** 7;

const Parameters = z.object({ MAX_K: sizeFrom(2, LARGEST_K) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(2, LARGEST_K),
  reference_answer: integerFrom(1),
});

/** At level 0 there are nine problems, at level 3 there are 32. */
export const fibonacciContainingCounting = defineEnvironment({
  id: "FibonacciContainingCounting",
  title: "Sequences that reach a number",
  summary:
    "Count positive starting pairs (a, b) whose Fibonacci-type sequence reaches K at some index ≥ 2.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_K: 10 }, ({ MAX_K }) => ({ MAX_K: Math.floor(1.5 * MAX_K) })),

  generate({ MAX_K }, random) {
    const K = random.integer(2, MAX_K);
    return { MAX_K, K, reference_answer: countPairs(K) };
  },

  prompt: ({ K }) =>
    `For positive integers a and b, a sequence is defined by f(0) = a, f(1) = b and f(n) = f(n − 1) + f(n − 2) for every n ≥ 2.

For how many pairs (a, b) is there an index n ≥ 2 with f(n) = ${K}?

Answer with the number of pairs as one integer, like this: c`,

  ...nearInteger({ beta: 10, least: 0 }, ({ K }: { K: number }) => countByLastSteps(K)),
});

/**
 * f(n) = F(n − 1)·a + F(n)·b with Fibonacci's numbers. The sequence rises from n = 2 on, so that no
 * pair is counted for two n. The least positive b is found by an inverse modulo F(n − 1), the others
 * follow at that distance. O(log² K).
 */
function countPairs(K: number): number {
  let [low, high] = [1, 1]; // F(n − 1) and F(n), from n = 2 on
  let pairs = 0;
  while (low + high <= K) {
    const least = low === 1 ? 1 : multiplyModulo(K % low, inverseModulo(high, low), low) || low;
    const largest = Math.floor((K - low) / high); // leaves a ≥ 1
    if (largest >= least) pairs += Math.floor((largest - least) / low) + 1;
    [low, high] = [high, low + high];
  }
  return pairs;
}

/** Backwards from f(n) = K and each f(n − 1) before it, as long as the elements are positive. O(K log K). */
function countByLastSteps(K: number): number {
  let pairs = 0;
  for (let previous = 1; previous < K; previous++) {
    // (a, b) = (f(m − 1), f(m)) for m = n − 1, n − 2, …
    let [a, b] = [K - previous, previous];
    for (; a > 0; [a, b] = [b - a, a]) pairs++;
  }
  return pairs;
}
