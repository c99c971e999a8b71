import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sumOfSquaresUpTo, sumUpTo } from "../toolkit/numbers/power-sums.ts";
import { quotientBlocks } from "../toolkit/numbers/quotient-blocks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every solution within a second. */
const LARGEST_N_M = 1_000_000;

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST_N_M),
  M: integerFrom(1, LARGEST_N_M),
  reference_answer: bigIntegerFrom(0n),
});

interface Sum {
  N: number;
  M: number;
}

/** At level 0 N and M are 3, 4 or 5: there are nine problems, with answers from 0 to 10. */
export const sumMod = defineEnvironment({
  id: "SumMOD",
  title: "Sum of products of remainders",
  summary: "Sum (N mod i)·(M mod j) over all i ≤ N, j ≤ M with i different from j.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const M = random.integer(3, MAX_N_M);
    return { MAX_N_M, N, M, reference_answer: sumByBlocks({ N, M }) };
  },

  prompt: ({ N, M }) =>
    `For each pair of integers i and j with 1 ≤ i ≤ ${N}, 1 ≤ j ≤ ${M} and i ≠ j, take the product (${N} mod i) · (${M} mod j), where a mod b is the remainder of a when divided by b.

What is the sum of these products over all such pairs?

Answer with the sum as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, sumDirectly),
});

/** The sum over all pairs is a product of two sums; those with i = j are taken off. O(√N + √M). */
function sumByBlocks({ N, M }: Sum): bigint {
  let equal = 0n;
  for (const [first, last] of quotientBlocks(Math.min(N, M), N, M)) {
    // (N − a · i) · (M − b · i) for the i of the block.
    const [n, m] = [BigInt(N), BigInt(M)];
    const [a, b] = [n / BigInt(first), m / BigInt(first)];
    const count = BigInt(last - first + 1);
    const sum = sumUpTo(last) - sumUpTo(first - 1);
    const squares = sumOfSquaresUpTo(last) - sumOfSquaresUpTo(first - 1);
    equal += n * m * count - (n * b + m * a) * sum + a * b * squares;
  }
  return sumOfRemainders(N) * sumOfRemainders(M) - equal;
}

/** Σ n mod i over 1 ≤ i ≤ n. */
function sumOfRemainders(n: number): bigint {
  let sum = BigInt(n) ** 2n;
  for (const [first, last] of quotientBlocks(n, n)) {
    sum -= BigInt(Math.floor(n / first)) * (sumUpTo(last) - sumUpTo(first - 1));
  }
  return sum;
}

/** Row by row: all remainders of M but the one at j = i. O(N + M). */
function sumDirectly({ N, M }: Sum): bigint {
  let row = 0;
  for (let j = 1; j <= M; j++) row += M % j;
  let sum = 0n;
  for (let i = 1; i <= N; i++) {
    sum += BigInt(N % i) * BigInt(row - (i <= M ? M % i : 0));
  }
  return sum;
}
