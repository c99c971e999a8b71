import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import type { Random } from "../toolkit/random/random.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
import { EXACT_WORDS } from "../toolkit/scoring/exact.ts";
import {
  correct,
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  partial,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

const SPARSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Far beyond any use: a sudoku of 810,000 cells. */
const LARGEST_N_M = 30;

const Parameters = z.object({
  MAX_N_M: sizeFrom(2, LARGEST_N_M),
  sparsity: z.number().gt(0).lt(1),
});
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST_N_M),
  M: sizeFrom(1, LARGEST_N_M),
  NM: sizeFrom(1, LARGEST_N_M ** 2),
  sudoku: integerRowsFrom(0),
  reference_answer: z.string(),
}).check(
  holds("NM", ({ N, M, NM }) => NM === N * M, "must be N · M"),
  matrix("sudoku", "NM", "NM"),
  within("sudoku", 0, "NM"),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) => {
      const rows = integerMatrix.parse(reference_answer);
      return rows !== null && verdict(rows, problem).reward === 1;
    },
    "must solve the sudoku",
  ),
);

export const sudoku = defineEnvironment({
  id: "Sudoku",
  title: "Rectangular-box sudoku",
  summary: "Complete a sudoku of side N·M with boxes of N rows and M columns.",
  reward: `${EXACT_WORDS}; ${invalidWords("clue changed or out of range")}, ${malformedWords("wrong shape")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  planted: true, // a sudoku of side 100 with most cells empty is beyond any known method
  // The side grows with the square of the level: from level 4 on, an answer may be long to write.
  levels: counting({ MAX_N_M: 2 }, ({ MAX_N_M }) =>
    SPARSITIES.map((sparsity) => ({ MAX_N_M, sparsity })),
  ),

  generate({ MAX_N_M, sparsity }, random) {
    const a = random.integer(2, MAX_N_M);
    const b = random.integer(2, MAX_N_M);
    const drawn = drawSolution(a, b, random);
    const [N, M, solution] = random.chance(0.5) ? [a, b, drawn] : [b, a, transpose(drawn)];
    const NM = N * M;
    const sudoku = solution.map((row) => [...row]);
    const emptyCount = Math.max(1, Math.trunc(NM * NM * sparsity));
    for (const cell of random.distinctIntegers(emptyCount, 0, NM * NM - 1)) {
      sudoku[Math.floor(cell / NM)][cell % NM] = 0;
    }
    return { MAX_N_M, sparsity, N, M, NM, sudoku, reference_answer: formatRows(solution) };
  },

  prompt: ({ N, M, NM, sudoku }) =>
    `Here is a sudoku of ${formatGridSize(NM, NM)}, in which 0 marks an empty cell:
${formatRows(sudoku)}

The grid is divided into boxes of ${N} rows and ${M} columns each, ${M} boxes from top to bottom and ${N} from left to right. Replace every 0 by a number from 1 to ${NM}, so that
- every row contains each of the numbers from 1 to ${NM} exactly once,
- every column contains each of them exactly once,
- every box contains each of them exactly once.
The numbers that are given stay as they are. If there are several solutions, any one will do.

Answer with the completed grid in the same layout: ${NM} lines of ${NM} numbers each, separated by spaces, like this:
${placeholderGrid(NM, NM)}`,

  answer: integerMatrix,

  score: verdict,

  picture: ({ N, M, sudoku }, filled) => gridPicture(sudoku, { blank: 0, boxes: [N, M], filled }),

  solve: ({ reference_answer }) => reference_answer,
});

function verdict(
  rows: number[][],
  { N, M, NM, sudoku }: { N: number; M: number; NM: number; sudoku: number[][] },
): Verdict {
  const fault = findShapeFault(rows, NM, NM);
  if (fault !== undefined) return malformed(fault);
  const conflict = findConflict(rows, sudoku);
  if (conflict !== undefined) return invalid(conflict);
  const repetition = findRepetition(rows, N, M);
  return repetition === undefined ? correct() : partial(0, repetition);
}

/** The first number out of range or other than the clue in its cell, as a reason. */
function findConflict(rows: number[][], sudoku: number[][]): string | undefined {
  const side = rows.length;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const number = rows[row][column];
      const clue = sudoku[row][column];
      if (number >= 1 && number <= side && (clue === 0 || clue === number)) continue;
      const place = `row ${row + 1}, column ${column + 1} holds ${formatFigure(number)}`;
      return clue === 0 ? `${place}, outside 1..${side}` : `${place}, but ${clue} is given there`;
    }
  }
  return undefined;
}

/** The first number that a row, a column or a box holds twice, as a reason. */
function findRepetition(rows: number[][], N: number, M: number): string | undefined {
  const side = rows.length;
  const inRows = new Uint8Array(side * side);
  const inColumns = new Uint8Array(side * side);
  const inBoxes = new Uint8Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const number = rows[row][column];
      const box = Math.floor(row / N) * N + Math.floor(column / M);
      if (inRows[row * side + number - 1]++) return `row ${row + 1} holds ${number} twice`;
      if (inColumns[column * side + number - 1]++) {
        return `column ${column + 1} holds ${number} twice`;
      }
      if (inBoxes[box * side + number - 1]++) {
        return `the box of row ${row + 1}, column ${column + 1} holds ${number} twice`;
      }
    }
  }
  return undefined;
}

/**
 * A solution with boxes of N rows and M columns: the cyclic one, with its numbers renamed, and its
 * bands (of boxes side by side), stacks (of boxes one below the other), and their lines shuffled.
 */
function drawSolution(N: number, M: number, random: Random): number[][] {
  const numbers = random.permutation(N * M, 1);
  const rows = shuffledLines(M, N, random);
  const columns = shuffledLines(N, M, random);
  return rows.map((row) =>
    columns.map((column) => numbers[(M * (row % N) + Math.floor(row / N) + column) % (N * M)]),
  );
}

/** The indices of lines, with the groups of `size` lines and the lines in each group shuffled. */
function shuffledLines(groupCount: number, size: number, random: Random): number[] {
  return random.permutation(groupCount).flatMap((group) => random.permutation(size, group * size));
}

function transpose(rows: readonly (readonly number[])[]): number[][] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}
