import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { bitLength } from "../toolkit/numbers/bits.ts";
import { divisorCountsUpTo, sumOfDivisorCounts } from "../toolkit/numbers/divisor-counts.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";

/** Far beyond any use; the bound keeps every solution within a second. */
const LARGEST = 2 ** 19;

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(0, LARGEST),
  M: integerFrom(0, LARGEST),
  X: integerFrom(0, LARGEST),
  reference_answer: integerFrom(0),
});

interface Sum {
  N: number;
  M: number;
  X: number;
}

export const sumXorDivisorNum = defineEnvironment({
  id: "SumXorDivisorNum",
  title: "Divisor counts of xored indices",
  summary:
    "Sum d(i xor j xor X) over 0 ≤ i ≤ N and 0 ≤ j ≤ M, where d counts divisors and d(0) = 0.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ MAX_N_M: 5 }, ({ MAX_N_M }) => ({ MAX_N_M: Math.floor(1.5 * MAX_N_M) })),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const M = random.integer(3, MAX_N_M);
    const X = random.integer(0, MAX_N_M);
    return { MAX_N_M, N, M, X, reference_answer: sumByBlocks({ N, M, X }) };
  },

  prompt: ({ N, M, X }) =>
    `For a positive integer n, let d(n) be the number of its positive divisors, 1 and n included, and let d(0) = 0. For integers from 0 on, let xor be their bitwise exclusive or.

What is the sum of d(i xor j xor ${X}) over all pairs of integers i and j with 0 ≤ i ≤ ${N} and 0 ≤ j ≤ ${M}?

Answer with the sum as one integer, like this: n`,

  ...nearInteger({ beta: 10, least: 0 }, sumByConvolution),
});

/** An aligned block of 2^bits integers. */
interface Block {
  readonly start: number;
  readonly bits: number;
}

/** The integers 0..last in aligned blocks, one for each binary digit 1 of last + 1. */
function toAlignedBlocks(last: number): Block[] {
  const blocks: Block[] = [];
  for (let rest = last + 1; rest > 0; ) {
    const bits = bitLength(rest & -rest) - 1;
    rest -= 2 ** bits;
    blocks.push({ start: rest, bits });
  }
  return blocks;
}

/**
 * The xors of two aligned blocks, of which the larger has 2^s integers and the smaller 2^t, are an
 * aligned block of 2^s, each as often as the smaller has integers. O(log² n · √n).
 */
function sumByBlocks({ N, M, X }: Sum): number {
  let sum = 0;
  for (const one of toAlignedBlocks(N)) {
    for (const other of toAlignedBlocks(M)) {
      const size = 2 ** Math.max(one.bits, other.bits);
      const mixed = one.start ^ other.start ^ X;
      const start = mixed - (mixed % size);
      const divisors = sumOfDivisorCounts(start + size - 1) - sumOfDivisorCounts(start - 1);
      sum += divisors * 2 ** Math.min(one.bits, other.bits);
    }
  }
  return sum;
}

/** How often each xor occurs is the xor convolution of the two ranges. O(n log n). */
function sumByConvolution({ N, M, X }: Sum): number {
  const size = 2 ** bitLength(Math.max(N, M, X));
  const rows = transform(new Float64Array(size).fill(1, 0, N + 1));
  const columns = transform(new Float64Array(size).fill(1, 0, M + 1));
  const occurrences = transform(rows.map((value, at) => value * columns[at]));
  const divisors = divisorCountsUpTo(size - 1);
  return occurrences.reduce((sum, count, xor) => sum + (count / size) * divisors[xor ^ X], 0);
}

/** The Walsh–Hadamard transform, in place; it is its own inverse but for the factor `size`. */
function transform(values: Float64Array): Float64Array {
  for (let half = 1; half < values.length; half *= 2) {
    for (let at = 0; at < values.length; at++) {
      if ((at & half) !== 0) continue;
      const [low, high] = [values[at], values[at + half]];
      values[at] = low + high;
      values[at + half] = low - high;
    }
  }
  return values;
}
