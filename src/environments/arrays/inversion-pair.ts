import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { distinct, lengths } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { countInversions } from "../toolkit/sequences/inversions.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Values lie in [0, VALUE_RANGE_MULTIPLE · N − 1]. */
const VALUE_RANGE_MULTIPLE = 2;
/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0),
  B: integersFrom(0),
  reference_answer: integerFrom(0),
}).check(lengths("N", "A", "B"), distinct("A"), distinct("B"));

export const inversionPair = defineEnvironment({
  id: "InversionPair",
  title: "Align two arrays by swaps",
  summary:
    "Count the swaps of neighbours that make two arrays differ least, by squared differences.",
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

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

Answer with that number of moves as one integer, like this: n`,

  picture: ({ A, B }) => partsPicture({ A: barsPicture(A), B: barsPicture(B) }),

  ...nearInteger({ beta: 10, least: 0 }, ({ A, B }: { A: number[]; B: number[] }) =>
    fewestSwaps(A, B),
  ),
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
