import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 1_000_000;

const Parameters = z.object({ MAX_N: sizeFrom(1, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  reference_answer: bigIntegerFrom(1n),
});

export const halvingChainCounting = defineEnvironment({
  id: "HalvingChainCounting",
  title: "Halving chains",
  summary:
    "Count sequences starting at N in which each appended positive integer is at most half the previous one.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 16 }, ({ MAX_N }) => ({ MAX_N: Math.floor(1.5 * MAX_N) })),

  generate({ MAX_N }, random) {
    const N = random.integer(1, MAX_N);
    return { MAX_N, N, reference_answer: countChains(N) };
  },

  prompt: ({ N }) =>
    `A sequence starts with the single element ${N}. Any number of positive integers, also none, may be appended one after the other, each at most half of the element before it (x may follow y if 2·x ≤ y).

How many different sequences can be made? The one that holds only ${N} counts, too.

Answer with the number of sequences as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, ({ N }: { N: number }) => countByDifferences(N)),
});

/** a(x) = 1 + a(1) + … + a(⌊x/2⌋), for the chains that start with x. O(N) with prefix sums. */
function countChains(N: number): bigint {
  const half = Math.floor(N / 2);
  const sums = [0n];
  for (let x = 1; x <= half; x++) sums.push(sums[x - 1] + 1n + sums[Math.floor(x / 2)]);
  return 1n + sums[half];
}

/** From one even number to the next, a(2m) = a(2m − 2) + a(m): the binary partitions of 2m. O(N). */
function countByDifferences(N: number): bigint {
  const chains = [1n, 1n];
  for (let x = 2; x <= N; x++) {
    chains.push(x % 2 === 1 ? chains[x - 1] : chains[x - 2] + chains[x / 2]);
  }
  return chains[N];
}
