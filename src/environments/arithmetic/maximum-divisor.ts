import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { recurrence } from "../toolkit/levels.ts";
import { leastInteger } from "../toolkit/numbers/bisection.ts";
import { extremes } from "../toolkit/numbers/extremes.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const piece = maximising({ beta: 5 });

/** K is at most N · max(1, ⌊N / RANGE_COEFFICIENT⌋). */
const RANGE_COEFFICIENT = 20;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST_N = 1_000_000;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, 2 ** 32),
  K: integerFrom(1),
  reference_answer: integerFrom(1),
}).check(
  lengths("N", "A"),
  holds("K", ({ A, K }) => countPieces(A, 1) >= K, "must be at most the sum of A"),
);

/** At level 0 the answer is 1, 2 or 3, each in a third of the problems. */
export const maximumDivisor = defineEnvironment({
  id: "MaximumDivisor",
  title: "Largest common piece length",
  summary: "Find the largest positive integer L for which the floors of A[i]/L sum to at least K.",
  reward: `${piece.words}; ${invalidWords("too few pieces")}, ${malformedWords("not positive")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: Math.floor(1.2 * N + 2) })),

  generate({ N }, random) {
    const K = random.integer(1, N * Math.max(1, Math.floor(N / RANGE_COEFFICIENT)));
    const A = random.integers(N, 1, N);
    A[0] += Math.max(0, K - countPieces(A, 1));
    random.shuffle(A);
    return { N, A, K, reference_answer: findLongest({ A, K }) };
  },

  prompt: ({ N, A, K }) =>
    `Here are ${N} integers:
${formatIndexed("A", A)}

Find the largest positive integer L for which the sum of ⌊A[i] / L⌋ over all of them is at least ${K}, where ⌊x⌋ is x rounded down to an integer.

Answer with L as one integer, like this: L`,

  answer: integer,

  score(L, { A, K, reference_answer }) {
    if (L <= 0) return malformed("not positive");
    const pieces = countPieces(A, L);
    return pieces < K
      ? invalid(`the sum is ${pieces}, below ${K}`)
      : piece.verdict(L, reference_answer);
  },

  solve: (problem) => String(findLongest(problem)),
});

function countPieces(A: readonly number[], L: number): number {
  return A.reduce((pieces, length) => pieces + Math.floor(length / L), 0);
}

/** The largest L with K pieces: one less than the least with fewer. O(N log max A). */
function findLongest({ A, K }: { A: readonly number[]; K: number }): number {
  const [, longest] = extremes(A);
  return leastInteger(2, longest + 1, (L) => countPieces(A, L) < K) - 1;
}
