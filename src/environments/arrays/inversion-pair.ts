import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integer } from "../toolkit/answer-forms/integers.ts";
import { grow, recurrence } from "../toolkit/levels.ts";
import { integers } from "../toolkit/schemas/integers.ts";
import { nearness } from "../toolkit/scoring/former.ts";
import { malformed } from "../toolkit/scoring/verdicts.ts";
import { countInversions } from "../toolkit/sequences/inversions.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Values lie in [0, VALUE_RANGE_MULTIPLE · N − 1]. */
const VALUE_RANGE_MULTIPLE = 2;
const BETA = 10;

const Parameters = z.object({ N: z.int().min(3) });
const Instance = Parameters.extend({
  A: integers,
  B: integers,
  reference_answer: z.int().min(0),
});

export const inversionPair = defineEnvironment({
  id: "InversionPair",
  title: "Align two arrays by swaps",
  summary:
    "Count the swaps of neighbours that make two arrays differ least, by squared differences.",
  reward: "(min/max)^10 of answer and right value; negative −1",
  parameters: Parameters,
  instance: Instance,
  levels: recurrence({ N: 3 }, ({ N }) => ({ N: grow(N) })),

  generate({ N }, random) {
    const A = random.distinctIntegers(N, 0, VALUE_RANGE_MULTIPLE * N - 1);
    const B = random.distinctIntegers(N, 0, VALUE_RANGE_MULTIPLE * N - 1);
    return { N, A, B, reference_answer: fewestSwaps(A, B) };
  },

  prompt: ({ N, A, B }) =>
    `Two arrays A and B hold ${N} different integers each, with indices from 0:
${formatIndexed("A", A)}
${formatIndexed("B", B)}

One move swaps two neighbouring elements of A, or two neighbouring elements of B. The distance of the arrays is the sum of (A[i] − B[i])² over all i from 0 to ${N - 1}. By moves in either or both arrays, the distance is to become as small as any sequence of moves can make it. What is the smallest number of moves that achieves this?

Answer with that number of moves, as one integer.`,

  answer: integer,

  score(moves, { reference_answer }) {
    if (moves < 0) return malformed(`${formatFigure(moves)} is negative`);
    return nearness(moves, reference_answer, BETA);
  },

  solve: ({ A, B }) => String(fewestSwaps(A, B)),
});

/**
 * The distance is least when elements of equal rank face each other (rearrangement inequality), and
 * a swap in B does what one in A would: the inversions of where A's ranks stand in B, O(N log N).
 */
function fewestSwaps(A: readonly number[], B: readonly number[]): number {
  const placesInB = placesByRank(B);
  const partner: number[] = [];
  for (const [rank, place] of placesByRank(A).entries()) partner[place] = placesInB[rank];
  return countInversions(partner);
}

/** The indices of the elements, that of the smallest first. */
function placesByRank(values: readonly number[]): number[] {
  return Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
}
