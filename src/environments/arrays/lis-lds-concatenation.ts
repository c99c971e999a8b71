import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIncreasingFault } from "../toolkit/faults/increasing-indices.ts";
import { tracePath } from "../toolkit/graphs/trace-path.ts";
import { recurrence } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { increasingSubsequences } from "../toolkit/sequences/monotone-subsequences.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const GROWTH = 1.2;
/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const length = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(1, MAX_N), MAX: integerFrom(1) });
const Instance = instanceOf(Parameters, {
  array: integersFrom(0),
  gold_answer: integerFrom(1),
}).check(lengths("N", "array"), within("array", 0, "MAX"));

export const lisLdsConcatenation = defineEnvironment({
  id: "LIS_LDS_Concatenation",
  title: "Longest bitonic subsequence",
  summary: "Choose indices of a longest subsequence that strictly rises and then strictly falls.",
  reward: `${length.words}; ${invalidWords()}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 5, MAX: 100_000 }, ({ N, MAX }) => ({ N: Math.floor(N * GROWTH), MAX })),

  generate({ N, MAX }, random) {
    const array = random.integers(N, 0, MAX);
    return { N, MAX, array, gold_answer: longestBitonic(array).length };
  },

  prompt: ({ N, array }) =>
    `An array A holds ${formatCount(N, "integer")}, with indices from 0:
${formatIndexed("A", array)}

Choose indices i1 < i2 < … < ik such that the values A[i1], A[i2], …, A[ik] strictly increase up to one of them, the peak, and strictly decrease after it. The peak may be the first or the last of them: a purely increasing or purely decreasing sequence is allowed, and so is a single value. Make the number k of chosen indices as large as possible.

Answer with the chosen indices in increasing order on one line, separated by spaces, like this: i1 i2 … ik`,

  answer: integerList,

  score(indices, { N, array, gold_answer }) {
    if (indices.length === 0) return invalid("no index is chosen");
    const fault = findIncreasingFault(indices, N) ?? findShapeFault(indices, array);
    if (fault !== undefined) return invalid(fault);
    return length.verdict(indices.length, gold_answer);
  },

  picture: ({ array }, chosen) => barsPicture(array, { chosen }),

  solve: ({ array }) => longestBitonic(array).join(" "),
});

function findShapeFault(indices: readonly number[], array: readonly number[]): string | undefined {
  let isFalling = false;
  for (let position = 1; position < indices.length; position++) {
    const [before, index] = [indices[position - 1], indices[position]];
    if (array[before] === array[index]) return `the values at ${before} and ${index} are equal`;
    if (array[before] > array[index]) isFalling = true;
    else if (isFalling) return `the values rise from ${before} to ${index}, after they have fallen`;
  }
  return undefined;
}

/**
 * The indices of a longest bitonic subsequence, O(N log N): for each peak, the longest increasing
 * subsequence that ends there and, in the reversed array, the one that falls from there.
 */
function longestBitonic(array: readonly number[]): number[] {
  const rise = increasingSubsequences(array);
  const fall = increasingSubsequences(array.toReversed());
  const mirror = (index: number) => array.length - 1 - index;
  let peak = 0;
  for (const index of array.keys()) {
    const gain = rise.length[index] - rise.length[peak];
    if (gain + fall.length[mirror(index)] > fall.length[mirror(peak)]) peak = index;
  }
  const rising = tracePath(rise.predecessor, peak);
  const falling = tracePath(fall.predecessor, mirror(peak)).map(mirror).reverse();
  return [...rising, ...falling.slice(1)];
}
