import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger as bigIntegerForm } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { nearness } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const BETA = 10;

const Parameters = z.object({ MAX_N: z.int().min(1) });
const Instance = Parameters.extend({
  N: z.int().min(1),
  K: z.int().min(1),
  reference_answer: bigInteger,
});

export const numberPartitionCounting = defineEnvironment({
  id: "NumberPartitionCounting",
  title: "Partitions into K parts",
  summary: "Count the ways to write N as an unordered sum of exactly K positive integers.",
  reward: "(min/max)^10 of answer and right value; not positive −1",
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

Answer with the exact number of ways as one integer in decimal digits, without separators.`,

  answer: bigIntegerForm,

  score(count, { reference_answer }) {
    if (count <= 0n) return malformed(`${formatFigure(count)}, though there is a way`);
    return nearness(count, reference_answer, BETA);
  },

  solve: ({ N, K }) => String(countPartitions(N, K)),
});

/**
 * The partitions of N into K parts are, one taken off each part, those of m = N − K into at most K
 * parts, or (transposed) into parts of at most K: the coefficient of x^m in the product of
 * 1 / (1 − x^i) for i = 1..K. It takes O(m √m) additions: for K² ≤ m, the K factors one by one; else
 * all partitions of m, corrected by inclusion and exclusion: the product of 1 − x^i over all i > K
 * is the alternating sum over r of x^(rK + r(r+1)/2) / ((1 − x) ⋯ (1 − x^r)) (Euler).
 */
function countPartitions(N: number, K: number): bigint {
  const m = N - K;
  if (K * K <= m) {
    const counts = [1n, ...new Array<bigint>(m).fill(0n)];
    for (let part = 1; part <= K; part++) allowPart(part, counts, m);
    return counts[m];
  }
  const counts = partitionNumbers(m);
  let total = counts[m];
  for (let r = 1, excess = K + 1; excess <= m; r++, excess += K + r) {
    allowPart(r, counts, m - excess);
    total += r % 2 === 1 ? -counts[m - excess] : counts[m - excess];
  }
  return total;
}

/** Divides the series by 1 − x^part, up to the coefficient of x^last. */
function allowPart(part: number, counts: bigint[], last: number): void {
  for (let n = part; n <= last; n++) counts[n] += counts[n - part];
}

/** The partitions of 0..m into any parts: Euler's pentagonal number theorem, O(m √m). */
function partitionNumbers(m: number): bigint[] {
  const counts = [1n];
  for (let n = 1; n <= m; n++) {
    let total = 0n;
    for (let k = 1, pentagonal = 1; pentagonal <= n; k++, pentagonal += 3 * k - 2) {
      const pair = counts[n - pentagonal] + (counts[n - pentagonal - k] ?? 0n);
      total = k % 2 === 1 ? total + pair : total - pair;
    }
    counts.push(total);
  }
  return counts;
}
