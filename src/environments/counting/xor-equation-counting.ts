import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { pascalTriangleModulo } from "../toolkit/numbers/binomials.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { formatCount } from "../toolkit/text/plural.ts";
import { indexedSeries } from "../toolkit/text/series.ts";

const MOD = 10_000;
/** 2^b − 1. */
const RANGES = [2, 3, 5, 7, 10, 12, 15, 17, 20].map((bits) => 2 ** bits - 1);
/** Bitwise operators work on signed 32-bit integers. */
const LARGEST_RANGE = 2 ** 30 - 1;
/** Pascal's triangle of N rows. */
const MAX_N = 500;

const value = integerFrom(0, LARGEST_RANGE);

const Parameters = z.object({ N: sizeFrom(2, MAX_N), RANGE: sizeFrom(1, LARGEST_RANGE) });
const Instance = instanceOf(Parameters, {
  L: value,
  R: value,
  K: value,
  reference_answer: integerFrom(0, MOD - 1),
}).check(holds("L", ({ L, R }) => L <= R, "must be at most R"));

interface Equation {
  N: number;
  L: number;
  R: number;
  K: number;
}

export const xorEquationCounting = defineEnvironment({
  id: "XorEquationCounting",
  title: "Solutions of an xor equation",
  summary: "Count tuples of N integers in [L, R] whose bitwise xor is K, modulo 10000.",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    { N: 2 },
    ({ N }) => ({ N: grow(N) }),
    ({ N }) => RANGES.map((RANGE) => ({ N, RANGE })),
  ),

  generate({ N, RANGE }, random) {
    const R = random.integer(0, RANGE);
    const L = random.integer(0, R);
    const K = random.integers(N, L, R).reduce((xor, x) => xor ^ x, 0);
    return { N, RANGE, L, R, K, reference_answer: countTuples({ N, L, R, K }) };
  },

  prompt: ({ N, L, R, K }) =>
    `How many ordered tuples (${indexedSeries("X", N, 1)}) of ${formatCount(N, "integer")} are there with ${L} ≤ X[i] ≤ ${R} for every i from 1 to ${N}, whose bitwise xor ${indexedSeries("X", N, 1, " XOR ")} is ${K}? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder(MOD, countTuples),
});

/** The elements of a tuple that lie below the same limit. */
interface Below {
  readonly limit: number;
  readonly count: number;
}

/**
 * [L, R] is [0, R] without [0, L − 1]: with sign, j of the elements are taken below L and the others
 * below R + 1 (inclusion and exclusion). O(N² log R).
 */
function countTuples({ N, L, R, K }: Equation): number {
  const choose = pascalTriangleModulo(N, MOD)[N];
  let total = 0;
  for (let j = 0; j <= N; j++) {
    const tuples = countBelow(
      [
        { limit: R + 1, count: N - j },
        { limit: L, count: j },
      ],
      K,
    );
    total = (total + choose[j] * (j % 2 === 0 ? tuples : MOD - tuples)) % MOD;
  }
  return total;
}

/**
 * Tuples of elements below their limits with xor K. Each element leaves its limit at a bit where the
 * limit has 1 and it has 0, and is free below. By the highest bit at which one does: above it, all
 * elements have the bits of their limits; below, one of those that leave there is settled by the
 * others, so that their lower bits are free. O(elements · log limit).
 */
function countBelow(parts: readonly Below[], K: number): number {
  let total = 0;
  for (let bit = 30; bit >= 0; bit--) {
    const above = parts.reduce((xor, { limit, count }) => xor ^ (count % 2 === 1 ? limit : 0), 0);
    if ((above ^ K) >> (bit + 1) !== 0) continue;
    total = (total + countLeavingAt(bit, parts, K)) % MOD;
  }
  return total;
}

/** The tuples in which some element leaves its limit at the bit, and none before. */
function countLeavingAt(bit: number, parts: readonly Below[], K: number): number {
  const size = 2 ** bit;
  // Ways in which none has left, by the parity of the bit so far, and in which some have.
  let [even, odd, leftEven, leftOdd] = [1, 0, 0, 0];
  for (const { limit, count } of parts) {
    const isOne = ((limit >> bit) & 1) === 1;
    const staying = (limit % size) % MOD;
    const leaving = size % MOD;
    for (let element = 0; element < count; element++) {
      if (isOne) {
        // The first one that leaves is the settled one.
        [leftEven, leftOdd] = [
          (leftOdd * staying + leftEven * leaving + even) % MOD,
          (leftEven * staying + leftOdd * leaving + odd) % MOD,
        ];
        [even, odd] = [(odd * staying) % MOD, (even * staying) % MOD];
      } else {
        [leftEven, leftOdd] = [(leftEven * staying) % MOD, (leftOdd * staying) % MOD];
        [even, odd] = [(even * staying) % MOD, (odd * staying) % MOD];
      }
    }
  }
  return ((K >> bit) & 1) === 1 ? leftOdd : leftEven;
}
