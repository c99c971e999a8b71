import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom } from "../toolkit/schemas/integers.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";

const Parameters = z.object({ MAX_N_M: integerFrom(4) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1),
  M: integerFrom(1),
  K: integerFrom(0),
  reference_answer: bigIntegerFrom(0n),
});

export const energyStorageMeter = defineEnvironment({
  id: "EnergyStorageMeter",
  title: "Sum of clipped xor values",
  summary: "Sum max((i XOR j) − K, 0) over all 0 ≤ i < N and 0 ≤ j < M.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 4 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const K = random.integer(0, MAX_N_M);
    return { MAX_N_M, N, M, K, reference_answer: sumOfExcess({ N, M, K }) };
  },

  prompt: ({ N, M, K }) =>
    `A table has ${N} rows, numbered i = 0 to ${N - 1}, and ${M} columns, numbered j = 0 to ${M - 1}. The cell in row i and column j holds the value max((i XOR j) - ${K}, 0), where XOR is the bitwise exclusive or.

What is the sum of the values in all ${N} · ${M} cells?

Answer with this sum as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, sumOfExcess),
});

/**
 * The sum of max((i XOR j) − K, 0) over i < N and j < M. Both ranges are cut into aligned
 * blocks of a power of two, one for each bit of their ends; the xors of two blocks fill an aligned
 * block of the larger size, each value as often as the smaller size. O(log N · log M).
 */
function sumOfExcess({ N, M, K }: { N: number; M: number; K: number }): bigint {
  let total = 0n;
  for (const row of alignedBlocks(BigInt(N))) {
    for (const column of alignedBlocks(BigInt(M))) {
      const [size, repeats] =
        row.size > column.size ? [row.size, column.size] : [column.size, row.size];
      const first = (row.first ^ column.first) & -size;
      total += repeats * excessOfRange(first, first + size, BigInt(K));
    }
  }
  return total;
}

/** The blocks [first, first + size) that make up [0, end), one for each bit of `end` that is 1. */
function alignedBlocks(end: bigint): { first: bigint; size: bigint }[] {
  const blocks: { first: bigint; size: bigint }[] = [];
  for (let rest = end; rest > 0n; ) {
    const size = rest & -rest;
    rest -= size;
    blocks.push({ first: rest, size });
  }
  return blocks;
}

/** The sum of max(value − threshold, 0) over the values in [first, end): an arithmetic series. */
function excessOfRange(first: bigint, end: bigint, threshold: bigint): bigint {
  const least = first > threshold ? first : threshold;
  if (least >= end) return 0n;
  return ((end - least) * (least + end - 1n - 2n * threshold)) / 2n;
}
