import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findIntervalFault } from "../toolkit/faults/ranges.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { maximised } from "../toolkit/scoring/former.ts";
import { invalid } from "../toolkit/scoring/verdicts.ts";
import { MonotoneQueue } from "../toolkit/sequences/monotone-queue.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const BETA = 5;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  A: integers,
  D: z.int(),
  P: z.int(),
  gold_answer: z.int(),
});

export const wil = defineEnvironment({
  id: "WIL",
  title: "Longest interval after zeroing",
  summary:
    "Zero one short interval, then choose the longest interval whose sum stays within a limit.",
  reward: "(value/best)^5; invalid −0.5",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const A = random.integers(N, 1, N);
    const D = random.integer(1, N - 1);
    const P = random.integer(1, sum(ascending(A).slice(0, N - D)));
    const [, , left, right] = longestInterval(A, D, P);
    return { N, A, D, P, gold_answer: right - left + 1 };
  },

  prompt: ({ N, A, D, P }) =>
    `Here is an array A of ${N} positive integers, with indices from 1:
${formatIndexed("A", A, 1)}

First, choose an interval of indices l1 ≤ r1 with at most ${formatCount(D, "element")} (r1 - l1 + 1 ≤ ${D}) and set A[l1], …, A[r1] to 0. Then choose an interval of indices l2 ≤ r2 such that the sum A[l2] + … + A[r2], after this change, is at most ${P}. Make the number of elements of the second interval, r2 - l2 + 1, as large as possible. The two intervals may lie in any way to each other; all indices are between 1 and ${N}.

Answer with the four integers l1, r1, l2 and r2 on one line, separated by spaces, like this: l1 r1 l2 r2`,

  answer: integerTuple(4),

  score([l1, r1, l2, r2], { N, A, D, P, gold_answer }) {
    const fault = findIntervalFault([l1, r1], 1, N) ?? findIntervalFault([l2, r2], 1, N);
    if (fault !== undefined) return invalid(fault);
    if (r1 - l1 + 1 > D) return invalid(`${r1 - l1 + 1} elements set to 0, at most ${D} allowed`);
    // A slice, since an instance from outside may have fewer elements than N.
    const total = sum(
      A.slice(l2 - 1, r2).map((value, offset) => {
        const index = l2 + offset;
        return l1 <= index && index <= r1 ? 0 : value;
      }),
    );
    if (total > P) return invalid(`the sum ${total} exceeds ${P}`);
    return maximised(r2 - l2 + 1, gold_answer, BETA);
  },

  solve: ({ A, D, P }) => longestInterval(A, D, P).join(" "),
});

/**
 * l1 r1 l2 r2 with the longest second interval. For each right end the left end moves on until the
 * sum without its heaviest block of D elements is at most P; a monotone queue of the blocks' starts
 * gives the heaviest: O(N). An interval of D elements always does, so the left end never passes the
 * last block.
 */
function longestInterval(A: readonly number[], D: number, P: number): number[] {
  const prefix = prefixSums(A);
  const blockSum = (start: number) => prefix[start + D] - prefix[start];
  const blocks = new MonotoneQueue((a, b) => blockSum(a) > blockSum(b));
  let left = 0;
  let longest = [0, 0, 0, 0];
  let length = 0;
  for (let end = D; end <= A.length; end++) {
    blocks.push(end - D);
    while (prefix[end] - prefix[left] - blockSum(blocks.best) > P) {
      left++;
      blocks.dropBefore(left);
    }
    if (end - left > length) {
      length = end - left;
      longest = [blocks.best + 1, blocks.best + D, left + 1, end];
    }
  }
  return longest;
}
