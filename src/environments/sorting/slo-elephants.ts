import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { barsPicture } from "../toolkit/pictures/bars.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integers, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, permutation } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { inversePermutation } from "../toolkit/sequences/inverse-permutation.ts";
import { permutationCycles } from "../toolkit/sequences/permutation-cycles.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

/** Far beyond any use: up to it, a problem is drawn within a second. */
const MAX_N = 100_000;

const swapping = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(3, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integers,
  B: integers,
  C: integersFrom(1, MAX_N),
  gold_answer: integerFrom(0),
}).check(
  permutation("A", "N"),
  permutation("B", "N"),
  holds("B", ({ A, B }) => A.some((item, position) => item !== B[position]), "must differ from A"),
  lengths("N", "C"),
);

export const sloElephants = defineEnvironment({
  id: "SLOElephants",
  title: "Cheapest swaps to a given order",
  summary:
    "Turn one arrangement into another by swapping labelled items, each swap costing the sum of the two items' costs.",
  reward: `${swapping.words}; ${invalidWords()}, ${unsuccessfulWords("wrong order")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 3 }),

  generate({ N }, random) {
    const C = random.integers(N, 1, N);
    return redrawUntil(() => {
      const A = random.permutation(N);
      const B = random.permutation(N);
      if (A.every((item, position) => item === B[position])) return undefined;
      return { N, A, B, C, gold_answer: leastCost(A, B, C) };
    });
  },

  prompt: ({ N, A, B, C }) =>
    `${N} items, numbered from 0 to ${N - 1}, stand in a row at the positions 0 to ${N - 1}. A[p] is the item that stands at position p now, B[p] is the item that is to stand there in the end, and C[i] is the cost of item i:
${formatIndexed("A", A)}
${formatIndexed("B", B)}
${formatIndexed("C", C)}

A swap takes two different items i and j, wherever they stand, and exchanges their places; it costs C[i] + C[j]. Perform swaps one after the other that turn the row A into the row B, at the least possible total cost.

Answer with one line for each swap, in the order of performance: the numbers of the two items (not their positions), separated by a space. Two swaps, for example, look like this:
i j
k l`,

  answer: integerTuples(2),

  score(swaps, { N, A, B, C, gold_answer }) {
    const row = [...A];
    const position = inversePermutation(A);
    let cost = 0;
    for (const [i, j] of swaps) {
      if (!(i >= 0 && i < N && j >= 0 && j < N)) {
        return invalid(`a swap of ${formatFigure(i)} and ${formatFigure(j)}, outside 0..${N - 1}`);
      }
      if (i === j) return invalid(`a swap of item ${i} with itself`);
      exchange(i, j, row, position);
      cost += C[i] + C[j];
    }
    const wrong = B.findIndex((item, place) => row[place] !== item);
    if (wrong !== -1) {
      return unsuccessful(`item ${row[wrong]} stands at position ${wrong}, not ${B[wrong]}`);
    }
    return swapping.verdict(cost, gold_answer);
  },

  picture: ({ A, B, C }) =>
    partsPicture({
      Rows: gridPicture([A, B], { clues: { left: ["now", "then"] } }),
      Costs: barsPicture(C),
    }),

  solve: ({ A, B, C }) => formatRows(cheapestSwaps(A, B, C)),
});

/** Exchanges the places of two items. */
function exchange(i: number, j: number, row: number[], position: number[]): void {
  [position[i], position[j]] = [position[j], position[i]];
  row[position[i]] = i;
  row[position[j]] = j;
}

/** The cycles of misplaced items: each is followed by the item that stands where it belongs. */
function misplacedCycles(A: readonly number[], B: readonly number[]): number[][] {
  const goal = inversePermutation(B);
  return permutationCycles(goal.map((place) => A[place]));
}

function cheapest(items: readonly number[], C: readonly number[]): number {
  return items.reduce((best, item) => (C[item] < C[best] ? item : best));
}

/**
 * The least cost, cycle by cycle: either the cycle's cheapest item m takes part in all of its L − 1
 * swaps, or the cheapest item g of all changes places with m, works in its stead and changes back.
 * O(N).
 */
function leastCost(A: readonly number[], B: readonly number[], C: readonly number[]): number {
  const overall = C[cheapest(A, C)];
  const costs = misplacedCycles(A, B).map((cycle) => {
    const own = C[cheapest(cycle, C)];
    const { length } = cycle;
    const extra = Math.min((length - 2) * own, own + (length + 1) * overall);
    return sum(cycle.map((item) => C[item])) + extra;
  });
  return sum(costs);
}

/** Swaps of the least cost, carried out on the row. O(N). */
function cheapestSwaps(
  A: readonly number[],
  B: readonly number[],
  C: readonly number[],
): number[][] {
  const row = [...A];
  const position = inversePermutation(A);
  const swaps: number[][] = [];
  const swap = (i: number, j: number) => {
    exchange(i, j, row, position);
    swaps.push([i, j]);
  };
  const guest = cheapest(A, C);
  for (const cycle of misplacedCycles(A, B)) {
    const own = cheapest(cycle, C);
    const isGuestCheaper = C[own] + (cycle.length + 1) * C[guest] < (cycle.length - 2) * C[own];
    const worker = isGuestCheaper ? guest : own;
    if (isGuestCheaper) swap(guest, own);
    // The worker always changes places with the item that is due where it stands.
    for (let due = B[position[worker]]; due !== own; due = B[position[worker]]) swap(worker, due);
    if (isGuestCheaper) swap(guest, own);
  }
  return swaps;
}
