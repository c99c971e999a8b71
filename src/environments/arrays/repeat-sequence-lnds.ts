import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { recurrence } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { longestNonDecreasingLength } from "../toolkit/sequences/monotone-subsequences.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const MAX_T_GROWTH = 1.5;

/** Far beyond any use: n copies of the pattern are looked at. */
const MAX_LENGTH = 1_000;
/** Keeps the length of the sequence below 2^53. */
const MAX_COPIES = 1e12;

const Parameters = z.object({ n: sizeFrom(2, MAX_LENGTH), MAX_T: sizeFrom(2, MAX_COPIES) });
const Instance = instanceOf(Parameters, {
  T: integerFrom(1),
  a: integers,
  reference_answer: integerFrom(1),
}).check(lengths("n", "a"), within("T", 1, "MAX_T"));

export const repeatSequenceLnds = defineEnvironment({
  id: "RepeatSequenceLNDS",
  title: "Order in a repeated pattern",
  summary:
    "Find the length of the longest non-decreasing subsequence of a pattern repeated T times.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ n: 3, MAX_T: 5 }, ({ n, MAX_T }) => ({
    n: n + 1,
    MAX_T: Math.floor(MAX_T * MAX_T_GROWTH),
  })),

  generate({ n, MAX_T }, random) {
    const T = random.integer(2, MAX_T);
    const a = random.integers(n, 1, n);
    return { n, MAX_T, T, a, reference_answer: longestInRepetition(a, T) };
  },

  prompt: ({ n, T, a }) =>
    `A pattern a consists of ${n} integers:
${formatIndexed("a", a, 1)}

The sequence S consists of ${T} copies of this pattern, one after the other, and so has ${n} · ${T} = ${n * T} elements. How many elements does the longest non-decreasing subsequence of S have? A subsequence keeps some of the elements in their order, not necessarily adjacent ones; it is non-decreasing if no element in it is smaller than the one before.

Answer with this length as one integer, like this: k`,

  picture: ({ a }) => barsPicture(a, { base: 1 }),

  ...exactInteger(({ a, T }: { a: number[]; T: number }) => longestInRepetition(a, T)),
});

/**
 * The length for T copies, from that for n copies: O(n² log n). With n copies or more, some copy
 * gives only elements of one value, as the value rises at most n − 1 times. Taking this copy out
 * loses no more than a highest multiplicity; putting a copy in where the value passes the commonest
 * one gains as much. So each copy beyond n adds exactly the highest multiplicity.
 */
function longestInRepetition(a: readonly number[], T: number): number {
  const copies = Math.min(T, a.length);
  const sequence = Array.from({ length: copies }, () => a).flat();
  const highestMultiplicity = Math.max(...tally(a).values());
  return longestNonDecreasingLength(sequence) + (T - copies) * highestMultiplicity;
}
