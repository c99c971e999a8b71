import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findRangeFault } from "../toolkit/faults/ranges.ts";
import { type Edge, toAdjacency } from "../toolkit/graphs/adjacency.ts";
import { growing } from "../toolkit/levels.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, within } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { tally } from "../toolkit/sequences/tally.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const moves = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(1),
  B: integersFrom(1),
  gold_answer: integerFrom(1),
}).check(
  lengths("N", "A", "B"),
  within("A", 1, "N"),
  within("B", 1, "N"),
  holds(
    "B",
    ({ A, B }) => [...tally([...A, ...B]).values()].every((count) => count === 2),
    ({ N }) => `must hold, together with A, each integer from 1 to ${N} twice`,
  ),
);

export const minSwapTwoPermutations = defineEnvironment({
  id: "MinSwapTwoPermutations",
  title: "Fewest exchanges for two permutations",
  summary:
    "Exchange A[i] with B[i] at as few indices as possible so that neither array has duplicates.",
  reward: `${moves.words}; ${invalidWords()}, ${unsuccessfulWords("duplicates remain")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const A = random.permutation(N, 1);
      const B = random.permutation(N, 1);
      for (const index of random.distinctIntegers(random.integer(1, N - 1), 0, N - 1)) {
        [A[index], B[index]] = [B[index], A[index]];
      }
      if (!hasDuplicates(A) && !hasDuplicates(B)) return undefined;
      return { N, A, B, gold_answer: fewestExchanges(A, B).length };
    });
  },

  prompt: ({ N, A, B }) =>
    `Here are two arrays A and B of ${N} integers each, with indices from 0:
${formatIndexed("A", A)}
${formatIndexed("B", B)}

In both together, each of the integers from 1 to ${N} occurs exactly twice. A move chooses an index i and exchanges A[i] with B[i]. Make as few moves as possible so that afterwards no integer occurs twice in A and no integer occurs twice in B.

Answer with the indices of the moves in any order on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(indices, { N, A, B, gold_answer }) {
    const fault = findRangeFault(indices, 0, N - 1);
    if (fault !== undefined) return invalid(fault);
    const isExchanged = new Uint8Array(A.length);
    // A second exchange at the same index undoes the first.
    for (const index of indices) isExchanged[index] ^= 1;
    if (hasDuplicates(A.map((value, index) => (isExchanged[index] ? B[index] : value)))) {
      return unsuccessful("A holds an integer twice");
    }
    if (hasDuplicates(B.map((value, index) => (isExchanged[index] ? A[index] : value)))) {
      return unsuccessful("B holds an integer twice");
    }
    return moves.verdict(indices.length, gold_answer);
  },

  picture: ({ N, A, B }, indices) =>
    gridPicture([A, B], {
      clues: { ...lineNumbers(2, N), left: ["A", "B"] },
      chosen: indices?.flatMap((index) => [
        [0, index],
        [1, index],
      ]),
    }),

  solve: ({ A, B }) => fewestExchanges(A, B).join(" "),
});

function hasDuplicates(values: readonly number[]): boolean {
  return new Set(values).size < values.length;
}

/**
 * The fewest indices to exchange. Two indices that share a value are bound: exactly one of them is
 * exchanged if the value stands twice in one array, both or none if once in each. In each connected
 * component of these bonds a choice for one index decides the rest; of the two choices, the smaller
 * is taken. O(N).
 */
function fewestExchanges(A: readonly number[], B: readonly number[]): number[] {
  const bonds = toAdjacency(A.length, sharedValues(A, B));
  const sideOf = new Int8Array(A.length).fill(-1);
  const exchanged: number[] = [];
  for (let start = 0; start < A.length; start++) {
    if (sideOf[start] !== -1) continue;
    const component = [start];
    sideOf[start] = 0;
    for (const index of component) {
      for (const { to, weight: isOpposite } of bonds[index]) {
        if (sideOf[to] !== -1) continue;
        sideOf[to] = sideOf[index] ^ isOpposite;
        component.push(to);
      }
    }
    const [side, otherSide] = [0, 1].map((at) => component.filter((index) => sideOf[index] === at));
    exchanged.push(...(otherSide.length < side.length ? otherSide : side));
  }
  return exchanged;
}

/** The pairs of indices that share a value; weight 1 where both hold it in the same array, else 0. */
function sharedValues(A: readonly number[], B: readonly number[]): Edge[] {
  const firstPlace = new Map<number, { index: number; row: number }>();
  const pairs: Edge[] = [];
  for (const [row, values] of [A, B].entries()) {
    for (const [index, value] of values.entries()) {
      const first = firstPlace.get(value);
      if (first === undefined) firstPlace.set(value, { index, row });
      else if (first.index !== index) pairs.push([first.index, index, first.row === row ? 1 : 0]);
    }
  }
  return pairs;
}
