import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { exactValue } from "../toolkit/scoring/exact.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** N²/2 xors below 2N make a sum of at most about N³, which stays below 2^53. */
const MAX_N = 200_000;

const Parameters = z.object({
  N: z.int().min(3).max(MAX_N, `N must be at most ${MAX_N}: beyond, sums may pass 2^53`),
});
const Instance = Parameters.extend({ A: integers, reference_answer: z.int() });

export const subarrayXorSum = defineEnvironment({
  id: "SubarrayXorSum",
  title: "Sum of subarray xors",
  summary: "Compute the sum of the bitwise xors of all contiguous subarrays.",
  reward: "1 if right, 0 if wrong",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: N + 1 })),

  generate({ N }, random) {
    const A = random.integers(N, 0, N);
    return { N, A, reference_answer: sumOfSubarrayXors(A) };
  },

  prompt: ({ N, A }) =>
    `An array A holds ${N} non-negative integers (indices start at 1):
${formatIndexed("A", A, 1)}

For each pair of indices l and r with 1 ≤ l ≤ r ≤ ${N}, let X(l, r) be the bitwise XOR of the elements A[l], A[l+1], …, A[r]; X(l, l) is A[l] itself. What is the sum of X(l, r) over all these pairs?

Answer with the sum as one integer.`,

  answer: integer,

  score: (total, { reference_answer }) => exactValue(total, reference_answer),

  solve: ({ A }) => String(sumByDefinition(A)),
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

/** Every subarray in turn, by the element it ends with. O(N²). */
function sumByDefinition(A: readonly number[]): number {
  let xorsEndingHere: number[] = [];
  let total = 0;
  for (const value of A) {
    xorsEndingHere = [...xorsEndingHere, 0].map((xor) => xor ^ value);
    total += sum(xorsEndingHere);
  }
  return total;
}
