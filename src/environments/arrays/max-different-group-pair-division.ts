import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { toBatches } from "../toolkit/pictures/marks.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

const gain = maximising({ beta: 5 });
/** Far beyond any use: tables take up to N² entries, and gains, up to N⁴, stay below 2^53. */
const MAX_N = 3_000;

const Parameters = z.object({ N: sizeFrom(4, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  A: integersFrom(0, MAX_N),
  gold_answer: integerFrom(0),
  reference_answer: z.string(),
}).check(
  lengths("N", "A"),
  within("K", 1, ({ N }) => N - 1),
);

export const maxDifferentGroupPairDivision = defineEnvironment({
  id: "MaxDifferentGroupPairDivision",
  title: "Best sequence of block splits",
  summary:
    "Split an array K times, each split earning the product of the new block sums, to earn most.",
  reward: `${gain.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }),

  generate({ N }, random) {
    const K = random.integer(2, N - 2);
    const A = random.integers(N, 0, N);
    const splits = bestSplits(A, K);
    return { N, K, A, gold_answer: totalGain(A, splits), reference_answer: splits.join(" ") };
  },

  prompt: ({ N, K, A }) =>
    `An array A holds ${N} integers, with indices from 0:
${formatIndexed("A", A)}

At first the whole array is one block. A split at index i is allowed if i and i+1 are in the same block: it cuts this block into two, of which the left one ends with A[i] and the right one begins with A[i+1], and earns the sum of the elements of the left part times the sum of the elements of the right part. Do exactly ${formatCount(K, "split")}, one after the other, so that their total earnings are as large as possible.

Answer with the indices of the splits in the order in which they are done, on one line, separated by spaces, like this: ${placeholders(K, "i")}`,

  answer: integerList,

  score(splits, { N, K, A, gold_answer }) {
    // Neighbours are in the same block until the split between them, so none may be repeated.
    const fault = findCountFault(splits, K, "split") ?? findIndexFault(splits, N - 1);
    if (fault !== undefined) return invalid(fault);
    return gain.verdict(totalGain(A, splits), gold_answer);
  },

  picture: ({ N, A }, splits) => barsPicture(A, { groups: toBatches(splits, N) }),

  solve: ({ A, K }) => bestSplits(A, K).join(" "),
});

/**
 * What the splits earn: in whatever order they are done, the products of the sums of any two final
 * blocks, O(N).
 */
function totalGain(A: readonly number[], splits: readonly number[]): number {
  const isSplit = new Uint8Array(A.length);
  for (const split of splits) isSplit[split] = 1;
  let [total, before, block] = [0, 0, 0];
  for (const [index, value] of A.entries()) {
    total += before * value;
    block += value;
    if (isSplit[index] === 0) continue;
    before += block;
    block = 0;
  }
  return total;
}

/**
 * The ends of the first K of K + 1 blocks whose squared sums are least in total, which makes the
 * products of different blocks greatest. Dynamic programming over blocks and ends; the squared sums
 * satisfy the quadrangle inequality, so that the best start of a last block lies between those of
 * one block less and of one element more (Knuth, Yao): O(N · (N + K)) time in all.
 */
function bestSplits(A: readonly number[], K: number): number[] {
  const N = A.length;
  const prefix = prefixSums(A);
  // For the first `end` elements in `blocks` blocks: the least total and where the last one starts.
  let least = prefix.map((sum, end) => (end === 0 ? Number.POSITIVE_INFINITY : sum * sum));
  const starts = [new Int32Array(N + 1)];
  for (let blocks = 2; blocks <= K + 1; blocks++) {
    const next = new Array<number>(N + 1).fill(Number.POSITIVE_INFINITY);
    const start = new Int32Array(N + 1);
    for (let end = N; end >= blocks; end--) {
      const last = end === N ? N - 1 : Math.min(end - 1, start[end + 1]);
      for (let from = Math.max(blocks - 1, starts[blocks - 2][end]); from <= last; from++) {
        const total = least[from] + (prefix[end] - prefix[from]) ** 2;
        if (total >= next[end]) continue;
        next[end] = total;
        start[end] = from;
      }
    }
    least = next;
    starts.push(start);
  }
  const splits: number[] = [];
  let end = N;
  for (let blocks = K + 1; blocks > 1; blocks--) {
    end = starts[blocks - 1][end];
    splits.push(end - 1);
  }
  return splits.reverse();
}
