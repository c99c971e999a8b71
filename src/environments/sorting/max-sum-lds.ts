import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { toDirectedAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { increasingSubsequences } from "../toolkit/sequences/monotone-subsequences.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { rootTree } from "../toolkit/trees/rooted-tree.ts";

const total = maximising({ beta: 5 });

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0),
  gold_answer: integerFrom(1),
}).check(
  lengths(({ N }) => N + 1, "A"),
  holds("A", ({ A }) => isProfile(A), "must be what A is for some permutation"),
);

export const maxSumLds = defineEnvironment({
  id: "MaxSumLDS",
  title: "Permutation with a given profile of increasing subsequences",
  summary:
    "Find a permutation with prescribed lengths of increasing subsequences that maximises the sum of the lengths of decreasing ones.",
  reward: `${total.words}; ${invalidWords()}, ${unsuccessfulWords("wrong A")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const A = [0, ...increasingSubsequences(random.permutation(N, 1)).length];
    return { N, A, gold_answer: sum(decreasingLengths(mostDecreasing(A))) };
  },

  prompt: ({ N, A }) =>
    `For a permutation P[1], …, P[${N}] of the integers 1 to ${N}, two arrays are defined:
A[i] is the length of the longest increasing subsequence of P that ends at position i: A[0] = 0, and for i = 1 to ${N}, A[i] = 1 + the largest A[j] over j = 0 and all j with 1 ≤ j < i and P[j] < P[i].
B[i] is the length of the longest decreasing subsequence of P that starts at position i: B[${N + 1}] = 0, and for i = ${N} down to 1, B[i] = 1 + the largest B[j] over j = ${N + 1} and all j with i < j ≤ ${N} and P[j] < P[i].

The array A is given:
${formatIndexed("A", A)}

Among the permutations P that have exactly this array A, find one for which the sum B[1] + … + B[${N}] is as large as possible.

Answer with P[1] to P[${N}] in this order on one line, separated by spaces, like this: ${placeholders(N)}`,

  answer: integerList,

  score(permutation, { N, A, gold_answer }) {
    const fault = findPermutationFault(permutation, N, 1);
    if (fault !== undefined) return invalid(fault);
    const { length } = increasingSubsequences(permutation);
    const wrong = length.findIndex((value, index) => value !== A[index + 1]);
    if (wrong !== -1) {
      return unsuccessful(`A[${wrong + 1}] is ${length[wrong]}, not ${A[wrong + 1]}`);
    }
    return total.verdict(sum(decreasingLengths(permutation)), gold_answer);
  },

  solve: ({ A }) => mostDecreasing(A).join(" "),
});

/** Whether A begins with 0, and each entry after it is positive and at most 1 above one before. */
function isProfile([start, ...lengths]: readonly number[]): boolean {
  let longest = 0;
  const isEach = lengths.every((length) => {
    const isNext = length >= 1 && length <= longest + 1;
    longest = Math.max(longest, length);
    return isNext;
  });
  return start === 0 && isEach;
}

/** The lengths of the longest decreasing subsequences that start at each position, last first. */
function decreasingLengths(permutation: readonly number[]): readonly number[] {
  return increasingSubsequences(permutation.toReversed()).length;
}

/**
 * A permutation with the profile A that has the largest sum of decreasing subsequences. Position i
 * needs a smaller value at some earlier position j with A[j] = A[i] − 1; the last such j constrains
 * least, since equal entries of A have falling values. These j are the parents in a tree with root 0,
 * in which every value exceeds its parent's, and of two children the earlier one has the larger
 * value. Numbering the tree in preorder, later children first, leaves every pair decreasing that can
 * be, and so maximises all lengths at once. O(N).
 */
function mostDecreasing(A: readonly number[]): number[] {
  const lastWith: number[] = []; // the last position so far with each value of A
  const edges = A.map((level, position) => {
    lastWith[level] = position;
    return [lastWith[level - 1], position];
  });
  const tree = toDirectedAdjacency(A.length, edges.slice(1).reverse());
  return inversePermutation(rootTree(tree, 0).order).slice(1);
}
