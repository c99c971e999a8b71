import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { countInversions } from "../toolkit/sequences/inversions.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/**
 * Bounds the sum of every subarray in turn; and its square, the largest sum, stays below 2^31, as
 * bitwise operators work on 32-bit integers.
 */
const MAX_N = 10_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, MAX_N),
  reference_answer: integer,
}).check(lengths("N", "A"));

export const subarraySumXor = defineEnvironment({
  id: "SubarraySumXor",
  title: "Xor of subarray sums",
  summary: "Compute the bitwise xor of the sums of all contiguous subarrays.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 0, N);
    return { N, A, reference_answer: xorOfSubarraySums(A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} non-negative integers, with indices from 1:
${formatIndexed("A", A, 1)}

A contiguous subarray consists of the elements A[l], A[l+1], …, A[r] for some 1 ≤ l ≤ r ≤ ${N}; there are ${(N * (N + 1)) / 2} of them, counted by their positions, whether or not they hold equal elements. Take the sum of the elements of each contiguous subarray. What is the bitwise XOR of all these ${(N * (N + 1)) / 2} sums?

Answer with that value as one integer, like this: n`,

  ...exactInteger(xorByDefinition),
});

/**
 * Bit by bit, as a parity. A subarray's sum is the difference of two prefix sums p (earlier) and q;
 * its bit k is bit k of p, plus bit k of q, plus 1 if the subtraction borrows there, that is, if
 * q mod 2^k < p mod 2^k. Over all pairs, every prefix sum takes part N times, and the borrows are
 * the inversions of the remainders: O(N · log N · log ΣA).
 */
function xorOfSubarraySums(A: readonly number[]): number {
  const prefixes = prefixSums(A);
  const total = prefixes[A.length];
  let xor = 0;
  for (let bit = 1; bit <= total; bit *= 2) {
    const setCount = prefixes.filter((prefix) => (prefix & bit) !== 0).length;
    const borrowCount = countInversions(prefixes.map((prefix) => prefix % bit));
    if ((setCount * A.length + borrowCount) % 2 === 1) xor += bit;
  }
  return xor;
}

/** Every subarray in turn, O(N²). */
function xorByDefinition({ A }: { A: readonly number[] }): number {
  let xor = 0;
  for (let start = 0; start < A.length; start++) {
    let sum = 0;
    for (let end = start; end < A.length; end++) {
      sum += A[end];
      xor ^= sum;
    }
  }
  return xor;
}
