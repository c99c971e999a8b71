import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIntervalFault } from "../toolkit/faults/ranges.ts";
import { counting } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

const sums = matching({ beta: 5, unit: "sums right" });

/** Far beyond any use: an answer has up to 2N lines. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, 2),
  reference_answer: z.string(),
  existence: z.array(z.boolean()),
}).check(
  lengths("N", "A"),
  holds(
    "existence",
    ({ A, existence }) => existence.length === sum(A),
    "must have an entry for each sum from 1 to that of A",
  ),
);

/** Inclusive 0-based ends of a subarray. */
type Subarray = readonly [left: number, right: number];

/** The answer for a sum that no subarray has. */
const NONE: Subarray = [-1, -1];

export const lizLollipop = defineEnvironment({
  id: "LIZ_Lollipop",
  title: "Subarray for every sum",
  summary:
    "For each total, give a subarray of ones and twos with that sum or say that none exists.",
  reward: `${sums.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  hidden: ["existence"],
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const probabilityOfTwo = random.unit();
    const A = Array.from({ length: N }, () => (random.chance(probabilityOfTwo) ? 2 : 1));
    const subarrays = subarraysBySum(A);
    const existence = subarrays.map((subarray) => subarray !== NONE);
    return { N, A, reference_answer: formatRows(subarrays), existence };
  },

  prompt({ N, A }) {
    const total = sum(A);
    return `An array A holds ${N} integers, each of them 1 or 2, with indices from 0:
${formatIndexed("A", A)}

The sum of all elements is S = ${total}. For each integer t from 1 to ${total}, find a subarray with sum t: two indices l and r with 0 ≤ l ≤ r ≤ ${N - 1} such that A[l] + A[l+1] + … + A[r] = t. If several subarrays have that sum, any one of them is right; if none has it, give -1 -1 instead.

Answer with exactly ${total} lines, the first for t = 1, the next for t = 2, and so on up to t = ${total}. Each line holds l and r (both included), separated by a space, or -1 -1. The form is:
${placeholderLines("l r", total)}`;
  },

  answer: integerTuples(2),

  score(subarrays, { N, A, existence }) {
    const total = sum(A);
    const countFault = findCountFault(subarrays, total, "line");
    if (countFault !== undefined) return invalid(countFault);
    const prefix = prefixSums(A);
    let matched = 0;
    for (const [index, [left, right]] of subarrays.entries()) {
      if (left === -1 && right === -1) {
        if (!existence[index]) matched++;
        continue;
      }
      const fault = findIntervalFault([left, right], 0, N - 1);
      if (fault !== undefined) return invalid(`sum ${index + 1}: ${fault}`);
      if (prefix[right + 1] - prefix[left] === index + 1) matched++;
    }
    return sums.verdict(matched, total);
  },

  picture: ({ A }) => rowPicture(A),

  solve: ({ A }) => formatRows(subarraysBySum(A)),
});

/**
 * A subarray for each sum 1, 2, …, S, NONE where there is none; O(N + S). Of each parity, the
 * longest is shrunk by two at a time, which reaches every smaller sum of that parity: an end that
 * is 2 is dropped, or else the 1 at each end.
 */
function subarraysBySum(A: readonly number[]): Subarray[] {
  const subarrays = new Array<Subarray>(sum(A)).fill(NONE);
  for (const longest of [[0, A.length - 1] as const, longestOfOtherParity(A)]) {
    let [left, right] = longest;
    let rest = sum(A.slice(left, right + 1));
    for (; rest > 0; rest -= 2) {
      subarrays[rest - 1] = [left, right];
      if (A[left] === 2) left++;
      else if (A[right] === 2) right--;
      else [left, right] = [left + 1, right - 1];
    }
  }
  return subarrays;
}

/** The longest subarray whose sum has not the parity of S: one end is cut off up to its first 1. */
function longestOfOtherParity(A: readonly number[]): Subarray {
  const first = A.indexOf(1);
  const last = A.lastIndexOf(1);
  if (first === -1) return [0, -1];
  return first <= A.length - 1 - last ? [first + 1, A.length - 1] : [0, last - 1];
}
