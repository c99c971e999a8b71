import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { factorial } from "../toolkit/numbers/binomials.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { exactRemainder } from "../toolkit/scoring/single-integers.ts";
import { tally } from "../toolkit/sequences/tally.ts";

const MAX_MOD = 100_000;
/** The exact number of rearrangements is carried along: O(N²) steps on integers of O(N log N) bits. */
const MAX_N = 500;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, MAX_N),
  MOD: integerFrom(2, MAX_MOD),
  reference_answer: integerFrom(0, MAX_MOD - 1),
}).check(lengths("N", "A"));

/**
 * At level 0 the sequence is in ascending order, with none below it, in over 40 % of the problems.
 */
export const cantorExpansion = defineEnvironment({
  id: "CantorExpansion",
  title: "Rank among rearrangements",
  summary:
    "Count distinct rearrangements of a sequence that are lexicographically smaller than it, modulo MOD.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, random.integer(2, N));
    const MOD = random.integer(2, MAX_MOD);
    return { N, A, MOD, reference_answer: Number(rank(A) % BigInt(MOD)) };
  },

  prompt: ({ N, A, MOD }) =>
    `Here is a sequence of ${N} integers:
${A.join(", ")}

Consider all rearrangements of these ${N} integers; those that differ only in the places of equal integers are the same. How many of them are lexicographically smaller than the given sequence? Give this number modulo ${MOD}.

Answer with the remainder as one integer from 0 to ${MOD - 1}, like this: r`,

  ...exactRemainder("MOD", ({ A, MOD }: { A: readonly number[]; MOD: number }) =>
    Number(rankFromBehind(A) % BigInt(MOD)),
  ),
});

/**
 * The rank, exactly: from each position on, those rearrangements of the rest that begin with a
 * smaller element. They are a share of all rearrangements of the rest: with w smaller ones among k
 * elements, w/k. O(N²).
 */
function rank(A: readonly number[]): bigint {
  const left = tally(A);
  let rearrangements = factorial(A.length);
  for (const count of left.values()) rearrangements /= factorial(count);
  let smallerOnes = 0n;
  for (const [index, value] of A.entries()) {
    const rest = BigInt(A.length - index);
    let smaller = 0;
    for (const [other, count] of left) if (other < value) smaller += count;
    smallerOnes += (rearrangements * BigInt(smaller)) / rest;
    const count = left.get(value) ?? 0;
    rearrangements = (rearrangements * BigInt(count)) / rest;
    left.set(value, count - 1);
  }
  return smallerOnes;
}

/**
 * From behind: the suffix grows by one element at its front, and with it the number of its
 * rearrangements, (k · previous) / multiplicity; those that begin with another value u instead are
 * counted by u's multiplicity. O(N²).
 */
function rankFromBehind(A: readonly number[]): bigint {
  const suffix = new Map<number, number>();
  let rearrangements = 1n;
  let smallerOnes = 0n;
  for (let index = A.length - 1; index >= 0; index--) {
    const size = BigInt(A.length - index);
    const multiplicity = (suffix.get(A[index]) ?? 0) + 1;
    suffix.set(A[index], multiplicity);
    rearrangements = (rearrangements * size) / BigInt(multiplicity);
    for (const [value, count] of suffix) {
      if (value < A[index]) smallerOnes += (rearrangements * BigInt(count)) / size;
    }
  }
  return smallerOnes;
}
