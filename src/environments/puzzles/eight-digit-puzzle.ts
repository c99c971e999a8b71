import { z } from "zod";
import { boardOf, shortestMoves } from "../engines/sliding-tiles/sliding-tiles.ts";
import { defineEnvironment } from "../environment.ts";
import { plainText } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { toRows } from "../toolkit/grids/cells.ts";
import { MOVE_LETTERS, MOVES } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture, movedCells } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, numbering } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";

const STEPS = [2, 3, 5, 10, 15, 20, 25, 30];
const LARGEST = 100;
const MAX_STEPS = 60;

const cellsRight = matching({ beta: 10, unit: "cells as in the target" });

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST), steps: sizeFrom(1, MAX_STEPS) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(2, LARGEST),
  M: sizeFrom(2, LARGEST),
  start_grid: integerRowsFrom(0),
  zero_i: integerFrom(0),
  zero_j: integerFrom(0),
  destination_grid: integerRowsFrom(0),
  reference_answer: z.string(),
}).check(
  matrix("start_grid", "N", "M"),
  matrix("destination_grid", "N", "M"),
  numbering("start_grid", ({ N, M }) => N * M),
  holds(
    "zero_i",
    ({ start_grid, zero_i, zero_j }) => start_grid[zero_i]?.[zero_j] === 0,
    "must be, with zero_j, where start_grid has its 0",
  ),
  rewarded("reference_answer", plainText, verdict, "must be moves from the start to the target"),
);

type Rows = readonly (readonly number[])[];

interface Puzzle {
  N: number;
  M: number;
  start_grid: Rows;
  zero_i: number;
  zero_j: number;
  destination_grid: Rows;
  reference_answer: string;
}

// Few moves leave most cells of a large grid as they are: wrong answers earn up to 0.3 on average at
// level 20.
export const eightDigitPuzzle = defineEnvironment({
  id: "EightDigitPuzzle",
  title: "Sliding-tile puzzle",
  summary: "Move the 0 of a sliding puzzle so that a start grid becomes a target grid.",
  reward: `${cellsRight.words}; ${invalidWords("off the grid")}, ${malformedWords("other characters")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }, ({ MAX_N_M }) => STEPS.map((steps) => ({ MAX_N_M, steps }))),

  generate({ MAX_N_M, steps }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const start_grid = toRows(random.permutation(N * M), M);
    const letters = [...MOVE_LETTERS];
    const weights = random.integers(letters.length, 1, N * M);
    const board = boardOf(start_grid);
    const [zero_i, zero_j] = [Math.floor(board.zero() / M), board.zero() % M];
    const moves = Array.from({ length: steps }, () =>
      redrawUntil(() => {
        const letter = letters[random.weightedIndex(weights)];
        return board.move(letter) ? letter : undefined;
      }),
    );
    const destination_grid = toRows(board.cells, M);
    return {
      MAX_N_M,
      steps,
      N,
      M,
      start_grid,
      zero_i,
      zero_j,
      destination_grid,
      reference_answer: moves.join(""),
    };
  },

  prompt(puzzle) {
    const { N, M, start_grid, destination_grid } = puzzle;
    // Of two sequences that lead to different cells, at most one is an answer.
    const [moves, first, second] =
      verdict("UL", puzzle).reward < 1 ? ["UL", "up", "left"] : ["DR", "down", "right"];
    return `Here is a grid of ${formatGridSize(N, M)} that holds each of the numbers from 0 to ${N * M - 1} once:
${formatRows(start_grid)}

A move swaps the 0 with the number directly above it (U), below it (D), on the left of it (L) or on the right of it (R); it must not lead off the grid.

Find a sequence of moves, of any length and possibly empty, that turns the grid into this one:
${formatRows(destination_grid)}

Answer with the letters of the moves on one line without separators. For example, ${moves} stands for a move ${first} and then a move to the ${second}.`;
  },

  answer: plainText,

  score: verdict,

  picture: ({ start_grid, destination_grid, zero_i, zero_j }, moves) =>
    partsPicture({
      Start: gridPicture(start_grid, { blank: 0, path: movedCells(moves, [zero_i, zero_j]) }),
      Goal: gridPicture(destination_grid, { blank: 0 }),
    }),

  solve: ({ start_grid, destination_grid }) => shortestMoves(start_grid, destination_grid),
});

function verdict(moves: string, puzzle: Puzzle): Verdict {
  const { N, M, start_grid, destination_grid } = puzzle;
  const board = boardOf(start_grid);
  for (let step = 0; step < moves.length; step++) {
    if (!MOVES.has(moves[step])) {
      return malformed(`step ${step + 1}: ${findAlphabetFault(moves[step], MOVE_LETTERS)}`);
    }
    if (!board.move(moves[step])) return invalid(`step ${step + 1} leads off the grid`);
  }
  const right = destination_grid.flat().filter((cell, at) => board.cells[at] === cell).length;
  return cellsRight.verdict(right, N * M);
}
