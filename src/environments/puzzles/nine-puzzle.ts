import { z } from "zod";
import { findShifts, type Shift, shiftLine } from "../engines/cyclic-shifts/solve.ts";
import { defineEnvironment } from "../environment.ts";
import {
  type AnswerForm,
  parseAll,
  splitLines,
  splitTokens,
} from "../toolkit/answer-forms/answer-form.ts";
import { toRows } from "../toolkit/grids/cells.ts";
import { counting } from "../toolkit/levels.ts";
import { parseInteger } from "../toolkit/numbers/parse.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, numbering } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";

const cells = matching({ beta: 10, unit: "cells right" });

const STEPS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Far beyond any use; the bounds keep solving within seconds. */
const LARGEST = 40;
const MAX_STEPS = 1_000;

/** Lines of three words each; blank lines are skipped. */
const shifts: AnswerForm<Shift[]> = {
  description: "lines of the word row or column and two integers, separated by spaces",
  parse: (text) => parseAll(splitLines(text), parseShift),
};

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST), steps: sizeFrom(1, MAX_STEPS) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(2, LARGEST),
  M: sizeFrom(2, LARGEST),
  row_K: integerFrom(1, LARGEST),
  col_K: integerFrom(1, LARGEST),
  start_grid: integerRowsFrom(0),
  destination_grid: integerRowsFrom(0),
  reference_answer: z.string(),
}).check(
  matrix("start_grid", "N", "M"),
  matrix("destination_grid", "N", "M"),
  numbering("start_grid", ({ N, M }) => N * M),
  rewarded("reference_answer", shifts, verdict, "must lead to the destination"),
);

interface Puzzle {
  readonly N: number;
  readonly M: number;
  readonly row_K: number;
  readonly col_K: number;
  readonly start_grid: number[][];
  readonly destination_grid: number[][];
}

function parseShift(text: string): Shift | null {
  const [line, index, by, ...more] = splitTokens(text);
  if ((line !== "row" && line !== "column") || by === undefined || more.length > 0) return null;
  const [place, distance] = [parseInteger(index), parseInteger(by)];
  return place === null || distance === null ? null : [line, place, distance];
}

export const ninePuzzle = defineEnvironment({
  id: "NinePuzzle",
  title: "Cyclic grid shifting",
  summary:
    "Turn a start grid into a target grid by cyclically shifting rows and columns by bounded amounts.",
  reward: `${cells.words}; ${invalidWords("no such row or column, or a shift too far")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }, ({ MAX_N_M }) => STEPS.map((steps) => ({ MAX_N_M, steps }))),

  generate({ MAX_N_M, steps }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const [row_K, col_K] = [random.integer(1, M - 1), random.integer(1, N - 1)];
    const start_grid = toRows(random.permutation(N * M), M);
    const destination_grid = start_grid.map((row) => [...row]);
    const drawn = Array.from(
      { length: steps },
      (): Shift =>
        random.chance(0.5)
          ? ["row", random.integer(0, N - 1), drawDistance(row_K, random)]
          : ["column", random.integer(0, M - 1), drawDistance(col_K, random)],
    );
    for (const shift of drawn) shiftLine(destination_grid, shift);
    const reference_answer = formatShifts(drawn);
    return { MAX_N_M, steps, N, M, row_K, col_K, start_grid, destination_grid, reference_answer };
  },

  prompt: ({ N, M, row_K, col_K, start_grid, destination_grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, rows and columns both numbered from 0:
${formatRows(start_grid)}

A move shifts one row or one column cyclically:
- "row i s" shifts row i by s cells to the right, where s is from ${-row_K} to ${row_K} (a negative s shifts it to the left); what leaves the row on one side comes back on the other,
- "column j s" shifts column j by s cells downwards, where s is from ${-col_K} to ${col_K} (a negative s shifts it upwards), in the same way.

Find moves, as many as you like or none, that turn the grid into this one:
${formatRows(destination_grid)}

Answer with the moves in order, one on each line, like this:
row i s
column j s
…`,

  answer: shifts,

  score: verdict,

  picture: ({ N, M, start_grid, destination_grid }) =>
    partsPicture({
      Start: gridPicture(start_grid, { clues: lineNumbers(N, M) }),
      Goal: gridPicture(destination_grid),
    }),

  solve: ({ start_grid, destination_grid }) =>
    formatShifts(findShifts(start_grid, destination_grid) ?? []),
});

function drawDistance(limit: number, random: Random): number {
  return redrawUntil(() => random.integer(-limit, limit) || undefined);
}

function formatShifts(moves: readonly Shift[]): string {
  return formatLines(moves, (move) => move.join(" "));
}

function verdict(
  moves: readonly Shift[],
  { N, M, row_K, col_K, start_grid, destination_grid }: Puzzle,
): Verdict {
  const grid = start_grid.map((row) => [...row]);
  for (const move of moves) {
    const [line, index, by] = move;
    const [count, limit] = line === "row" ? [N, row_K] : [M, col_K];
    if (!(index >= 0 && index < count))
      return invalid(`there is no ${line} ${formatFigure(index)}`);
    if (!(Math.abs(by) <= limit))
      return invalid(`${line} ${index} is shifted by more than ${limit}`);
    shiftLine(grid, move);
  }
  return cells.verdict(countAgreements(grid.flat(), destination_grid.flat()), N * M);
}
