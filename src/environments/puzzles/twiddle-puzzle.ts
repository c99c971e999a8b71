import { z } from "zod";
import { type Corner, turnBlock } from "../engines/block-turns/block-turns.ts";
import { findTurns } from "../engines/block-turns/search.ts";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { toRows } from "../toolkit/grids/cells.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, numbering } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

const cells = matching({ beta: 5, unit: "cells right" });

const STEPS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
/** Far beyond any use; the bounds keep a turn, and so an answer, cheap. */
const LARGEST = 40;
const MAX_STEPS = 100;

const turns = integerTuples(2);

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST), steps: sizeFrom(1, MAX_STEPS) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(2, LARGEST),
  M: sizeFrom(2, LARGEST),
  K: sizeFrom(2, LARGEST),
  start_grid: integerRowsFrom(0),
  destination_grid: integerRowsFrom(0),
  reference_answer: z.string(),
}).check(
  matrix("start_grid", "N", "M"),
  matrix("destination_grid", "N", "M"),
  holds("K", ({ N, M, K }) => K <= Math.min(N, M), "must be at most N and M"),
  numbering("start_grid", ({ N, M }) => N * M),
  rewarded("reference_answer", turns, verdict, "must lead to the destination"),
);

interface Puzzle {
  readonly N: number;
  readonly M: number;
  readonly K: number;
  readonly start_grid: readonly (readonly number[])[];
  readonly destination_grid: readonly (readonly number[])[];
}

export const twiddlePuzzle = defineEnvironment({
  id: "TwiddlePuzzle",
  title: "Rotating subgrids puzzle",
  summary: "Turn one grid into another by counterclockwise quarter turns of K×K subgrids.",
  reward: `${cells.words}; ${invalidWords("no such block")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }, ({ MAX_N_M }) => STEPS.map((steps) => ({ MAX_N_M, steps }))),

  generate({ MAX_N_M, steps }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const K = random.integer(2, Math.min(N, M));
    const numbers = Int32Array.from(random.permutation(N * M));
    const start_grid = toRows(numbers, M);
    const drawn = Array.from(
      { length: steps },
      (): Corner => [random.integer(0, N - K), random.integer(0, M - K)],
    );
    for (const corner of drawn) turnBlock(numbers, { N, M, K }, corner);
    const reference_answer = drawn.map((corner) => `${corner.join(" ")}\n`).join("");
    const destination_grid = toRows(numbers, M);
    return { MAX_N_M, steps, N, M, K, start_grid, destination_grid, reference_answer };
  },

  prompt: ({ N, M, K, start_grid, destination_grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, both numbered from 0:
${formatRows(start_grid)}

A move "i j" turns the block of ${K} rows and ${K} columns whose top-left cell is in row i and column j by 90 degrees counterclockwise: its rightmost column becomes its top row, and the rest accordingly. i is from 0 to ${N - K} and j from 0 to ${M - K}.

Find moves, as many as you like, that turn the grid into this one:
${formatRows(destination_grid)}

Answer with the moves in order, one on each line, like this:
${placeholderLines("i j")}`,

  answer: turns,

  score: verdict,

  picture: ({ N, M, start_grid, destination_grid }) =>
    partsPicture({
      Start: gridPicture(start_grid, { clues: lineNumbers(N, M) }),
      Goal: gridPicture(destination_grid),
    }),

  solve({ N, M, K, steps, start_grid, destination_grid }) {
    const [start, goal] = [start_grid, destination_grid].map((rows) =>
      Int32Array.from(rows.flat()),
    );
    return formatRows(findTurns({ N, M, K }, start, goal, steps) ?? []);
  },
});

function verdict(
  moves: readonly number[][],
  { N, M, K, start_grid, destination_grid }: Puzzle,
): Verdict {
  const numbers = Int32Array.from(start_grid.flat());
  for (const [i, j] of moves) {
    if (!(i >= 0 && i <= N - K && j >= 0 && j <= M - K)) {
      return invalid(`there is no block at row ${formatFigure(i)}, column ${formatFigure(j)}`);
    }
    turnBlock(numbers, { N, M, K }, [i, j]);
  }
  return cells.verdict(countAgreements(numbers, destination_grid.flat()), N * M);
}
