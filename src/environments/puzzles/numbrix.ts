import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { SPARSITIES, share, withBlanks } from "../toolkit/grids/blanks.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import type { Random } from "../toolkit/random/random.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
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
import { formatCount } from "../toolkit/text/plural.ts";

const BETA = 3;
const EMPTY = -1;
/** Backbites a cell: enough to forget the path that they begin with. */
const BACKBITES = 10;
/** Far beyond any use; the bound keeps every accepted draw within a second. */
const LARGEST = 60;

const Parameters = z.object({
  MAX_N_M: sizeFrom(2, LARGEST),
  sparsity: share,
});
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  matrix: integerRowsFrom(EMPTY),
  reference_answer: z.string(),
}).check(
  matrix("matrix", "N", "M"),
  within("matrix", EMPTY, ({ N, M }) => N * M - 1),
  rewarded("reference_answer", integerMatrix, verdict, "must solve the puzzle"),
);

export const numbrix = defineEnvironment({
  id: "Numbrix",
  title: "Numbrix number path",
  summary:
    "Fill a grid with 0..NM−1 so that consecutive numbers are side by side, respecting the given cells.",
  reward: `(1/pieces of the path)^${BETA}; ${invalidWords("clue changed, out of range or twice")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  planted: true, // a Hamiltonian path of hundreds of cells is intractable to complete from a tenth of them
  levels: counting({ MAX_N_M: 3 }, ({ MAX_N_M }) =>
    SPARSITIES.map((sparsity) => ({ MAX_N_M, sparsity })),
  ),

  generate({ MAX_N_M, sparsity }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const solution = Array.from({ length: N }, () => new Array<number>(M).fill(0));
    for (const [number, cell] of drawPath(N, M, random).entries()) {
      solution[Math.floor(cell / M)][cell % M] = number;
    }
    const rows = withBlanks(solution, sparsity, EMPTY, random);
    return { MAX_N_M, sparsity, N, M, matrix: rows, reference_answer: formatRows(solution) };
  },

  prompt: ({ N, M, matrix }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which -1 marks an empty cell:
${formatRows(matrix)}

Replace every -1 by an integer so that
- the grid holds each of the integers from 0 to ${N * M - 1} exactly once,
- any two consecutive integers x and x + 1 stand in cells that are side by side or one below the other.
The integers that are given stay as they are.

Answer with the completed grid in the same layout: ${N} lines of ${M} integers each, separated by spaces, like this:
${placeholderGrid(N, M)}`,

  answer: integerMatrix,

  score: verdict,

  picture: ({ matrix }, filled) => gridPicture(matrix, { blank: -1, filled }),

  solve: ({ reference_answer }) => reference_answer,
});

interface Puzzle {
  readonly N: number;
  readonly M: number;
  readonly matrix: readonly (readonly number[])[];
  readonly reference_answer: string;
}

function verdict(rows: readonly number[][], { N, M, matrix }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const cellOf = new Int32Array(N * M).fill(EMPTY);
  for (const [row, numbers] of rows.entries()) {
    for (const [column, number] of numbers.entries()) {
      const clue = matrix[row][column];
      const place = `row ${row + 1}, column ${column + 1} holds ${formatFigure(number)}`;
      if (clue !== EMPTY && clue !== number) return invalid(`${place}, but ${clue} is given there`);
      if (!(number >= 0 && number < N * M)) return invalid(`${place}, outside 0..${N * M - 1}`);
      if (cellOf[number] !== EMPTY) return invalid(`${number} occurs twice`);
      cellOf[number] = row * M + column;
    }
  }
  let pieces = 1;
  for (let number = 1; number < N * M; number++) {
    if (!isBeside(cellOf[number - 1], cellOf[number], M)) pieces++;
  }
  return pieces === 1
    ? correct()
    : partial((1 / pieces) ** BETA, `the path falls into ${formatCount(pieces, "piece")}`);
}

function isBeside(cell: number, other: number, M: number): boolean {
  const rows = Math.abs(Math.floor(cell / M) - Math.floor(other / M));
  return rows + Math.abs((cell % M) - (other % M)) === 1;
}

/**
 * A Hamiltonian path of the grid, cells numbered row by row: from the one that winds through the
 * rows, an end is joined to a neighbour again and again, and the part of the path that this closes
 * off is turned round ("backbite").
 */
function drawPath(N: number, M: number, random: Random): number[] {
  const path = Array.from({ length: N * M }, (_, index) => {
    const [row, column] = [Math.floor(index / M), index % M];
    return row * M + (row % 2 === 0 ? column : M - 1 - column);
  });
  const place = new Int32Array(N * M);
  for (const [index, cell] of path.entries()) place[cell] = index;
  for (let count = 0; count < BACKBITES * N * M; count++) {
    if (random.chance(0.5)) turn(path, place, 0, path.length - 1);
    // Always at the last cell; the cell before it would change nothing.
    const end = path[path.length - 1];
    const neighbours = [end - M, end + M, end - 1, end + 1].filter(
      (cell) =>
        cell >= 0 && cell < N * M && isBeside(end, cell, M) && cell !== path[path.length - 2],
    );
    if (neighbours.length > 0)
      turn(path, place, place[random.choice(neighbours)] + 1, path.length - 1);
  }
  return path;
}

/** Turns a part of the path round. */
function turn(path: number[], place: Int32Array, first: number, last: number): void {
  for (let [low, high] = [first, last]; low < high; low++, high--) {
    [path[low], path[high]] = [path[high], path[low]];
    place[path[low]] = low;
    place[path[high]] = high;
  }
}
