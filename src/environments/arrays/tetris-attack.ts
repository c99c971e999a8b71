import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { counting } from "../toolkit/levels.ts";
import { rowPicture } from "../toolkit/pictures/grid.ts";
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
import { formatFigure } from "../toolkit/text/figures.ts";
import { ANY_NUMBER } from "../toolkit/text/placeholders.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Far beyond any use: there are up to N²/2 moves. */
const MAX_N = 1_000;

const moves = minimising({ beta: 5 });

const Parameters = z.object({ N: sizeFrom(2, MAX_N) });
const Instance = instanceOf(Parameters, {
  A: integersFrom(0),
  gold_answer: integerFrom(1),
  reference_answer: z.string(),
}).check(
  lengths(({ N }) => 2 * N, "A"),
  within("A", 0, ({ N }) => N - 1),
  holds(
    "A",
    ({ A }) => [...tally(A).values()].every((count) => count === 2),
    ({ N }) => `must hold each integer from 0 to ${N - 1} twice`,
  ),
  holds("A", ({ A }) => !hasEqualNeighbours(A), "must not hold equal elements side by side"),
);

export const tetrisAttack = defineEnvironment({
  id: "TetrisAttack",
  title: "Clearing pairs by adjacent swaps",
  summary:
    "Swap neighbours so that equal neighbours vanish until the array is empty, in as few swaps as possible.",
  reward: `${moves.words}; ${invalidWords()}, ${unsuccessfulWords("array not emptied")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    return redrawUntil(() => {
      const A = random.shuffle(Array.from({ length: 2 * N }, (_, index) => index % N));
      if (hasEqualNeighbours(A)) return undefined;
      const swaps = fewestSwaps(A);
      return { N, A, gold_answer: swaps.length, reference_answer: swaps.join(" ") };
    });
  },

  prompt: ({ N, A }) =>
    `Here is an array of ${2 * N} integers, in which each of the integers from 0 to ${N - 1} occurs twice. Its positions are numbered from 0:
${A.join(" ")}

A move names a position i and swaps the elements at the positions i and i+1 of the array as it is then. After each move, as long as two neighbouring elements are equal, these two vanish and the array closes up, which may bring further equal elements together; these vanish in the same way. Positions are always counted from 0 in the array that is left, so i must be at least 0 and i+1 a position of it. Empty the array in as few moves as possible; there must be no move after that.

Answer with the positions i of the moves in their order on one line, separated by spaces, like this: ${ANY_NUMBER}`,

  answer: integerList,

  score(swaps, { A, gold_answer }) {
    const row = [...A];
    for (const [turn, position] of swaps.entries()) {
      if (!(position >= 0 && position + 1 < row.length)) {
        return invalid(
          `move ${turn + 1}: no position ${formatFigure(position)} to swap in ${formatCount(row.length, "element")}`,
        );
      }
      [row[position], row[position + 1]] = [row[position + 1], row[position]];
      vanish(row, position + 1);
      vanish(row, position - 1);
    }
    if (row.length > 0) return unsuccessful(`${row.length} elements are left`);
    return moves.verdict(swaps.length, gold_answer);
  },

  picture: ({ A }) => rowPicture(A),

  solve: ({ A }) => fewestSwaps(A).join(" "),
});

function hasEqualNeighbours(row: readonly number[]): boolean {
  return row.some((value, index) => value === row[index + 1]);
}

/** Removes the pair at a position and the next, if equal, and the pairs that this brings together. */
function vanish(row: number[], position: number): void {
  for (let at = position; at >= 0 && at + 1 < row.length && row[at] === row[at + 1]; at--) {
    row.splice(at, 2);
  }
}

/**
 * The fewest swaps. A swap changes the interleaving (x … y … x … y) of one pair of values only, and
 * each interleaved pair needs one. Scanning from the left, the second x of a value walks down to the
 * first, past the values still open in between: just those it interleaves with. O(N²).
 */
function fewestSwaps(A: readonly number[]): number[] {
  const open: number[] = [];
  const swaps: number[] = [];
  for (const value of A) {
    const first = open.indexOf(value);
    if (first === -1) {
      open.push(value);
      continue;
    }
    for (let position = open.length - 1; position > first; position--) swaps.push(position);
    open.splice(first, 1);
  }
  return swaps;
}
