import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { bigInteger as bigIntegerForm } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bigInteger } from "../toolkit/schemas/integers.ts";
import { nearness } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";

const BETA = 10;

const Parameters = z.object({ MAX_N_M: z.int().min(4) });
const Instance = Parameters.extend({
  N: z.int().min(0),
  M: z.int().min(0),
  K: z.int().min(0),
  reference_answer: bigInteger,
});

export const energyStorageMeter = defineEnvironment({
  id: "EnergyStorageMeter",
  title: "Sum of clipped xor values",
  summary: "Sum max((i XOR j) − K, 0) over all 0 ≤ i < N and 0 ≤ j < M.",
  reward: "(min/max)^10 of answer and right value; negative −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 4 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const K = random.integer(0, MAX_N_M);
    return { MAX_N_M, N, M, K, reference_answer: sumOfExcess(BigInt(N), BigInt(M), BigInt(K)) };
  },

  prompt: ({ N, M, K }) =>
    `A table has ${N} rows, numbered i = 0 to ${N - 1}, and ${M} columns, numbered j = 0 to ${M - 1}. The cell in row i and column j holds the value max((i XOR j) - ${K}, 0), where XOR is the bitwise exclusive or.

What is the sum of the values in all ${N} · ${M} cells?

Answer with this sum as one integer.`,

  answer: bigIntegerForm,

  score(total, { reference_answer }) {
    if (total < 0n) return malformed(`${formatFigure(total)} is negative`);
    return nearness(total, reference_answer, BETA);
  },

  solve: ({ N, M, K }) => String(sumOfExcess(BigInt(N), BigInt(M), BigInt(K))),
});

/**
 * The sum of max((i XOR j) − threshold, 0) over i < N and j < M. Both ranges are cut into aligned
 * blocks of a power of two, one for each bit of their ends; the xors of two blocks fill an aligned
 * block of the larger size, each value as often as the smaller size. O(log N · log M).
 */
function sumOfExcess(N: bigint, M: bigint, threshold: bigint): bigint {
  let total = 0n;
  for (const row of alignedBlocks(N)) {
    for (const column of alignedBlocks(M)) {
      const [size, repeats] =
        row.size > column.size ? [row.size, column.size] : [column.size, row.size];
      const first = (row.first ^ column.first) & -size;
      total += repeats * excessOfRange(first, first + size, threshold);
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
