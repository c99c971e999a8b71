import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { growing } from "../toolkit/levels.ts";
import { compareRatios, type Ratio } from "../toolkit/numbers/ratios.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { pointsPicture } from "../toolkit/pictures/points.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximisingRatio } from "../toolkit/scoring/ratios.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/** A[i] lies in [1, MAX_PROPORTION · B[i]]. */
const MAX_PROPORTION = 2;
/** Keeps the products in the search for the best selection far below 2^53. */
const MAX_N = 10_000;

const ratio = maximisingRatio({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1),
  A: integersFrom(1, MAX_PROPORTION * MAX_N),
  B: integersFrom(1, MAX_N),
  reference_answer: z.string(),
  gold_SumA: integerFrom(1),
  gold_SumB: integerFrom(1),
}).check(
  lengths("N", "A", "B"),
  holds("K", ({ N, K }) => K <= N, "must be at most N"),
);

export const fractionalProgramming = defineEnvironment({
  id: "FractionalProgramming",
  title: "Best ratio of K items",
  summary: "Choose K different indices so that (sum of A) / (sum of B) is largest.",
  reward: `${ratio.words}; ${invalidWords()}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(2, N - 1);
    const B = random.integers(N, 1, N);
    const A = B.map((value) => random.integer(1, MAX_PROPORTION * value));
    const best = bestSelection(A, B, K);
    const [gold_SumA, gold_SumB] = toRatio(A, B, best);
    return { N, K, A, B, reference_answer: best.join(" "), gold_SumA, gold_SumB };
  },

  prompt: ({ N, K, A, B }) =>
    `Here are two arrays A and B of ${N} positive integers each, with indices from 0:
${formatLines(A, (value, index) => `A[${index}] = ${value}, B[${index}] = ${B[index]}`)}

Choose ${K} different indices so that the sum of A over the chosen indices, divided by the sum of B over the chosen indices, is as large as possible.

Answer with the ${K} chosen indices in any order, separated by spaces, like this: ${placeholders(K, "i")}`,

  answer: integerList,

  score(indices, { N, K, A, B, gold_SumA, gold_SumB }) {
    const fault = findCountFault(indices, K, "index", "indices") ?? findIndexFault(indices, N);
    if (fault !== undefined) return invalid(fault);
    return ratio.verdict(toRatio(A, B, indices), [gold_SumA, gold_SumB]);
  },

  picture: ({ A, B }, chosen) =>
    pointsPicture(
      A.map((a, i) => [B[i], a]),
      { base: 0, chosen },
    ),

  solve: ({ A, B, K }) => bestSelection(A, B, K).join(" "),
});

/** The sums of A and B over the indices. */
function toRatio(A: readonly number[], B: readonly number[], indices: readonly number[]): Ratio {
  return [sum(indices.map((index) => A[index])), sum(indices.map((index) => B[index]))];
}

/**
 * K indices with the largest ratio a/b of sums: Dinkelbach's iteration ("On nonlinear fractional
 * programming", 1967). The K largest b · A[i] − a · B[i] have a better ratio than a/b as long as
 * there is one. O(N log N) a round, a few rounds; exact, since all is in integers.
 */
function bestSelection(A: readonly number[], B: readonly number[], K: number): number[] {
  let [a, b]: Ratio = [0, 1];
  for (;;) {
    const gain = A.map((value, index) => b * value - a * B[index]);
    const byGain = gain.map((_, index) => index).sort((i, j) => gain[j] - gain[i]);
    const chosen = byGain.slice(0, K);
    const better = toRatio(A, B, chosen);
    if (compareRatios(better, [a, b]) <= 0) return chosen;
    [a, b] = better;
  }
}
