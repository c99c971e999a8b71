import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { countPartitions } from "../toolkit/numbers/partitions.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** That of level 23. Counting takes up to a tenth of a second at level 20, and a second or two here. */
const LARGEST_N = 106_710;

const Parameters = z.object({ MAX_N: sizeFrom(1, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N),
  K: integerFrom(1),
  reference_answer: bigIntegerFrom(1n),
}).check(holds("K", ({ N, K }) => K <= N, "must be at most N"));

export const numberPartitionCounting = defineEnvironment({
  id: "NumberPartitionCounting",
  title: "Partitions into K parts",
  summary: "Count the ways to write N as an unordered sum of exactly K positive integers.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N: 10 }, ({ MAX_N }) => ({ MAX_N: Math.floor(MAX_N * 1.5) })),

  generate({ MAX_N }, random) {
    const N = random.integer(1, MAX_N);
    const K = random.integer(1, N);
    return { MAX_N, N, K, reference_answer: countPartitions(N, K) };
  },

  prompt: ({ N, K }) =>
    `In how many ways can ${N} be written as a sum of exactly ${formatCount(K, "positive integer")}? The order of the summands does not matter: 1 + 1 + 2 and 2 + 1 + 1 are the same way.

Answer with the exact number of ways as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 1 }, ({ N, K }: { N: number; K: number }) =>
    countPartitions(N, K),
  ),
});
