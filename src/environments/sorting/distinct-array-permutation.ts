import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { recurrence } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS, exact } from "../toolkit/scoring/exact.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** Values lie in [0, VALUE_RANGE_MULTIPLE · N). */
const VALUE_RANGE_MULTIPLE = 2;
const MAX_N_OF_LEVELS = 22;
/** Beyond it, checking the subset sums of one answer takes more than a few milliseconds. */
const MAX_N = 500;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  array: integersFrom(0, VALUE_RANGE_MULTIPLE * MAX_N - 1),
  reference_answer: z.string(),
}).check(lengths("N", "array"), distinct("array"));

export const distinctArrayPermutation = defineEnvironment({
  id: "DistinctArrayPermutation",
  title: "Rearrangement with different subset sums",
  summary:
    "Rearrange A into B so that every proper subset of positions has different sums in A and B.",
  reward: `${EXACT_WORDS}; ${invalidWords("no rearrangement")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: Math.min(N + 1, MAX_N_OF_LEVELS) })),

  generate({ N }, random) {
    const array = random.distinctIntegers(N, 0, VALUE_RANGE_MULTIPLE * N - 1);
    return { N, array, reference_answer: nextLarger(array).join(" ") };
  },

  prompt: ({ N, array }) =>
    `Here is an array A of ${N} different integers, at the positions 1 to ${N}:
${formatIndexed("A", array, 1)}

Find an array B that holds the same ${N} integers, each once, in another order, with this property: for every choice of at least 1 and at most ${N - 1} of the ${N} positions, the sum of A at the chosen positions differs from the sum of B at the same positions.

Answer with B[1] to B[${N}] in this order on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(rearranged, { N, array }) {
    const fault = findCountFault(rearranged, N, "integer");
    if (fault !== undefined) return invalid(fault);
    const expected = ascending(array);
    if (ascending(rearranged).some((value, rank) => value !== expected[rank])) {
      return invalid("B does not hold the integers of A");
    }
    const differences = array.map((value, position) => value - rearranged[position]);
    return exact(!hasVanishingSubset(differences), "some positions have the same sum in A and B");
  },

  picture: ({ array }) => barsPicture(array, { base: 1 }),

  solve: ({ array }) => nextLarger(array).join(" "),
});

/**
 * Each value replaced by the next larger one, the largest by the smallest: B is larger than A
 * everywhere but at one position. Without that position, the sum over a subset is larger in B; with
 * it, the sum over the complement is, and both sums add up to the same total. O(N log N).
 */
function nextLarger(array: readonly number[]): number[] {
  const values = ascending(array);
  const next = new Map(values.map((value, rank) => [value, values[(rank + 1) % values.length]]));
  return array.map((value) => next.get(value) ?? value);
}

/**
 * Whether some but not all of the differences, which add up to 0, add up to 0 themselves. Then so do
 * the others, and one of the two selections lacks the last difference: without it, a sum of positive
 * differences equals one of negative differences. Sums are the set bits of a bigint, O(N · sums / 64).
 */
function hasVanishingSubset(differences: readonly number[]): boolean {
  if (differences.includes(0)) return true;
  let gains = 1n;
  let losses = 1n;
  for (const difference of differences.slice(0, -1)) {
    if (difference > 0) gains |= gains << BigInt(difference);
    else losses |= losses << BigInt(-difference);
  }
  return (gains & losses) !== 1n;
}
