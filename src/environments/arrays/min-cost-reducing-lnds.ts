import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { FlowNetwork } from "../toolkit/graphs/max-flow.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import {
  increasingSubsequences,
  longestNonDecreasingLength,
} from "../toolkit/sequences/monotone-subsequences.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** Values lie in [1, VALUE_RANGE_MULTIPLE · N], costs in [1, N]. */
const VALUE_RANGE_MULTIPLE = 2;
/** Far beyond any use: a problem takes up to N maximum flows. */
const MAX_N = 300;

const cost = minimising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1),
  B: integersFrom(1, MAX_N),
  original_lnds_length: integerFrom(1),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths("N", "A", "B"),
  holds(
    "original_lnds_length",
    ({ A, original_lnds_length }) => longestNonDecreasingLength(A) === original_lnds_length,
    "must be the length of the longest non-decreasing subsequence of A",
  ),
);

export const minCostReducingLnds = defineEnvironment({
  id: "MinCostReducingLNDS",
  title: "Cheapest deletion that shortens the order",
  summary:
    "Delete elements of least total cost so that the longest non-decreasing subsequence gets shorter.",
  reward: `${cost.words}; ${invalidWords()}, ${unsuccessfulWords("LNDS not shortened")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, VALUE_RANGE_MULTIPLE * N);
    const B = random.integers(N, 1, N);
    const deleted = cheapestDeletion(A, B);
    return {
      N,
      A,
      B,
      original_lnds_length: longestNonDecreasingLength(A),
      gold_answer: sum(deleted.map((index) => B[index])),
      reference_answer: deleted.join(" "),
    };
  },

  prompt: ({ N, A, B }) =>
    `Here is an array of ${N} elements, numbered from 0. Each has a value and a cost of deletion:
${formatLines(A, (value, index) => `element ${index}: value ${value}, cost ${B[index]}`)}

A non-decreasing subsequence of an array is a choice of elements, not necessarily adjacent, whose values never decrease in the order of the array. Choose elements to delete, so that the longest non-decreasing subsequence of the remaining array has fewer elements than that of the array above, and the total cost of the deleted elements is as small as possible. All elements may be deleted: the longest non-decreasing subsequence of an empty array has 0 elements.

Answer with the numbers of the deleted elements, each once and in any order, on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(deleted, { N, A, B, original_lnds_length, gold_answer }) {
    const fault = findIndexFault(deleted, N);
    if (fault !== undefined) return invalid(fault);
    const isDeleted = new Set(deleted);
    const length = longestNonDecreasingLength(A.filter((_, index) => !isDeleted.has(index)));
    if (length >= original_lnds_length) {
      return unsuccessful(`a non-decreasing subsequence of length ${length} remains`);
    }
    return cost.verdict(sum(deleted.map((index) => B[index])), gold_answer);
  },

  picture: ({ A, B }, chosen) =>
    partsPicture({ Values: barsPicture(A, { chosen }), Costs: barsPicture(B, { chosen }) }),

  solve: ({ A, B }) => cheapestDeletion(A, B).join(" "),
});

/**
 * Elements of least total cost that hit every longest non-decreasing subsequence: a minimum vertex
 * cut. Of all such sets, this is the first in lexicographic order of ascending indices: an element
 * belongs to some minimum cut exactly when the residual network does not lead from its entry to its
 * exit; then it is taken and deleted. At most N maximum flows on 2N vertices and O(N²) edges.
 */
function cheapestDeletion(A: readonly number[], B: readonly number[]): number[] {
  const deleted: number[] = [];
  const costs = [...B];
  let { network, flow } = saturatedNetwork(A, costs);
  for (let index = 0; flow > 0; index++) {
    if (network.reachableFrom(entryOf(index))[exitOf(index)] === 1) continue;
    deleted.push(index);
    costs[index] = 0;
    ({ network, flow } = saturatedNetwork(A, costs));
  }
  return deleted;
}

/**
 * The network whose paths from source to sink are the longest non-decreasing subsequences, with a
 * maximum flow in it. Passing an element, from its entry to its exit, is bounded by its cost.
 */
function saturatedNetwork(A: readonly number[], costs: readonly number[]) {
  const { length } = increasingSubsequences(A, { strict: false });
  const longest = Math.max(...length);
  const source = 2 * A.length;
  const sink = source + 1;
  const network = new FlowNetwork(sink + 1);
  for (const [index, value] of A.entries()) {
    network.addEdge(entryOf(index), exitOf(index), costs[index]);
    if (length[index] === 1) network.addEdge(source, entryOf(index), Number.POSITIVE_INFINITY);
    if (length[index] === longest) network.addEdge(exitOf(index), sink, Number.POSITIVE_INFINITY);
    for (let before = 0; before < index; before++) {
      if (A[before] <= value && length[before] + 1 === length[index]) {
        network.addEdge(exitOf(before), entryOf(index), Number.POSITIVE_INFINITY);
      }
    }
  }
  return { network, flow: network.maximumFlow(source, sink) };
}

function entryOf(index: number): number {
  return 2 * index;
}

function exitOf(index: number): number {
  return 2 * index + 1;
}
