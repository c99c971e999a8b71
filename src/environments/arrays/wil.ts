import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuple } from "../toolkit/answer-forms/integers.ts";
import { findIntervalFault } from "../toolkit/faults/ranges.ts";
import { growing } from "../toolkit/levels.ts";
import { ascending } from "../toolkit/numbers/ascending.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toRange } from "../toolkit/pictures/marks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { MonotoneQueue } from "../toolkit/sequences/monotone-queue.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const length = maximising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, MAX_N),
  D: integerFrom(1),
  P: integerFrom(0),
  gold_answer: integerFrom(1),
}).check(lengths("N", "A"), within("D", 1, "N"));

export const wil = defineEnvironment({
  id: "WIL",
  title: "Longest interval after zeroing",
  summary:
    "Zero one short interval, then choose the longest interval whose sum stays within a limit.",
  reward: `${length.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

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

First, choose an interval of indices l1 ≤ r1 with at most ${formatCount(D, "element")} (r1 - l1 + 1 ≤ ${D}) and set A[l1], …, A[r1] to 0. Then choose an interval of indices l2 ≤ r2 such that the sum A[l2] + … + A[r2], after this change, is at most ${P}. Make the number of elements of the second interval, r2 - l2 + 1, as large as possible. The two intervals may overlap, and all indices are between 1 and ${N}.

Answer with the four integers l1, r1, l2 and r2 on one line, separated by spaces, like this: l1 r1 l2 r2`,

  answer: integerTuple(4),

  score([l1, r1, l2, r2], { N, A, D, P, gold_answer }) {
    const fault = findIntervalFault([l1, r1], 1, N) ?? findIntervalFault([l2, r2], 1, N);
    if (fault !== undefined) return invalid(fault);
    const zeroed = r1 - l1 + 1;
    if (zeroed > D)
      return invalid(`${formatCount(zeroed, "element")} set to 0, at most ${D} allowed`);
    const total = sum(
      A.slice(l2 - 1, r2).map((value, offset) => {
        const index = l2 + offset;
        return l1 <= index && index <= r1 ? 0 : value;
      }),
    );
    if (total > P) return invalid(`the sum ${total} exceeds ${P}`);
    return length.verdict(r2 - l2 + 1, gold_answer);
  },

  picture: ({ N, A }, answer) =>
    barsPicture(A, { base: 1, chosen: answer && toRange(answer[2], answer[3], N, 1) }),

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
  let mostElements = 0;
  for (let end = D; end <= A.length; end++) {
    blocks.push(end - D);
    while (prefix[end] - prefix[left] - blockSum(blocks.best) > P) {
      left++;
      blocks.dropBefore(left);
    }
    if (end - left > mostElements) {
      mostElements = end - left;
      longest = [blocks.best + 1, blocks.best + D, left + 1, end];
    }
  }
  return longest;
}
