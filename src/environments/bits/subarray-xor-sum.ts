import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integer, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Bounds the xor of every subarray in turn. */
const MAX_N = 10_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0, MAX_N),
  reference_answer: integer,
}).check(lengths("N", "A"));

export const subarrayXorSum = defineEnvironment({
  id: "SubarrayXorSum",
  title: "Sum of subarray xors",
  summary: "Compute the sum of the bitwise xors of all contiguous subarrays.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 0, N);
    return { N, A, reference_answer: sumOfSubarrayXors(A) };
  },

  prompt: ({ N, A }) =>
    `Here is an array A of ${N} non-negative integers, with indices from 1:
${formatIndexed("A", A, 1)}

For each pair of indices l and r with 1 ≤ l ≤ r ≤ ${N}, let X(l, r) be the bitwise XOR of the elements A[l], A[l+1], …, A[r]; X(l, l) is A[l] itself. What is the sum of X(l, r) over all these pairs?

Answer with the sum as one integer, like this: n`,

  ...exactInteger(sumByDefinition),
});

/**
 * Each subarray's xor is that of two of the N + 1 prefix xors, so that a bit counts once for every
 * pair of prefix xors that differ in it: O(N · log N).
 */
function sumOfSubarrayXors(A: readonly number[]): number {
  const prefixes = [0];
  for (const [index, value] of A.entries()) prefixes.push(prefixes[index] ^ value);
  const [, largest] = extremes(prefixes);
  let total = 0;
  for (let bit = 1; bit <= largest; bit *= 2) {
    const setCount = prefixes.filter((prefix) => (prefix & bit) !== 0).length;
    total += bit * setCount * (prefixes.length - setCount);
  }
  return total;
}

/** Every subarray in turn, O(N²). */
function sumByDefinition({ A }: { A: readonly number[] }): number {
  let total = 0;
  for (let start = 0; start < A.length; start++) {
    let xor = 0;
    for (let end = start; end < A.length; end++) {
      xor ^= A[end];
      total += xor;
    }
  }
  return total;
}
