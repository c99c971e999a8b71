import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findIndexFault } from "../toolkit/faults/selections.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { XorBasis } from "../toolkit/numbers/xor-basis.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** A heap has a size in [1, RANGE_COEFFICIENT · N]. */
const RANGE_COEFFICIENT = 2;

const removed = minimising({ beta: 3 });

const Parameters = z.object({ N: sizeFrom(3, 10_000) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1, 2 ** XorBasis.MAX_BITS - 1),
  gold_answer: integerFrom(0),
}).check(lengths("N", "A"));

// At low levels the sizes are often independent, so that to remove nothing is right.
export const newNimGame = defineEnvironment({
  id: "NewNimGame",
  title: "Nim with removal of heaps",
  summary: "Remove whole heaps with the fewest matches so that a game of Nim is surely won.",
  reward: `${removed.words}; ${invalidWords()}, ${unsuccessfulWords("not surely won")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const A = random.integers(N, 1, RANGE_COEFFICIENT * N);
    return { N, A, gold_answer: sum(dependentHeaps(A).map((heap) => A[heap])) };
  },

  prompt: ({ N, A }) =>
    `There are ${N} heaps of matches, numbered from 1 to ${N}. Their sizes are:
${formatIndexed("A", A, 1)}

Two players play with them. First the first player removes whole heaps, any number of them, also none, but not all. Then the second player removes whole heaps from those that are left, any number of them, also none, but not all. After this they move in turn, and the first player begins: a move takes at least one match from a single heap, as many as the player likes. Whoever takes the last match wins.

Choose the heaps that the first player removes so that the first player can surely win, however the second player plays, and so that the number of matches removed by the first player is as small as possible.

Answer with the numbers of these heaps in any order, separated by spaces, like this: ${ANY_NUMBER}
If no heap is to be removed, answer with an empty line.`,

  answer: integerList,

  score(heaps, { N, A, gold_answer }) {
    const fault = findIndexFault(heaps, N, 1);
    if (fault !== undefined) return invalid(fault);
    if (heaps.length === N) return invalid("all heaps are removed");
    const isRemoved = new Set(heaps);
    const basis = new XorBasis();
    const isIndependent = A.every((size, heap) => isRemoved.has(heap + 1) || basis.insert(size));
    if (!isIndependent) return unsuccessful("the second player can leave heaps whose xor is 0");
    return removed.verdict(sum(heaps.map((heap) => A[heap - 1])), gold_answer);
  },

  picture: ({ A }, heaps) => barsPicture(A, { base: 1, chosen: heaps }),

  solve: ({ A }) =>
    dependentHeaps(A)
      .map((heap) => heap + 1)
      .join(" "),
});

/**
 * The indices of the heaps to remove. Nim is lost for the one who begins exactly if the xor of all
 * sizes is 0, so the sizes left must be independent over GF(2): then the second player can leave no
 * such heaps. Independent sets are a matroid, so that the heaviest one is found greedily, the
 * largest heaps first (Rado, Edmonds). O(N log N).
 */
function dependentHeaps(sizes: readonly number[]): number[] {
  const basis = new XorBasis();
  const bySize = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a]);
  return bySize.filter((heap) => !basis.insert(sizes[heap])).sort((a, b) => a - b);
}
