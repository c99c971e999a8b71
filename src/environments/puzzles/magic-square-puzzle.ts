import { z } from "zod";
import { drawMagicSquare } from "../engines/magic-squares/draw.ts";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findClueFault } from "../toolkit/faults/clues.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { SPARSITIES, share, withBlanks } from "../toolkit/grids/blanks.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

const lines = satisfying({ beta: 10, unit: "lines have the right sum" });

const BLANK = 0;
/** Far beyond any use: a square of 10,000 cells. */
const LARGEST_N = 100;

const Parameters = z.object({
  N: sizeFrom(3, LARGEST_N),
  sparsity: share,
});
const Instance = instanceOf(Parameters, {
  grid: integerRowsFrom(BLANK),
  reference_answer: z.string(),
}).check(
  matrix("grid", "N", "N"),
  within("grid", BLANK, ({ N }) => N * N),
  rewarded("reference_answer", integerMatrix, verdict, "must complete the square"),
);

type Square = readonly (readonly number[])[];

interface Puzzle {
  readonly N: number;
  readonly grid: Square;
  readonly reference_answer: string;
}

export const magicSquarePuzzle = defineEnvironment({
  id: "MagicSquarePuzzle",
  title: "Magic square completion",
  summary:
    "Fill the blanks so that 1..N² appear once each and every row, column and both diagonals have the same sum.",
  reward: `${lines.words}; ${invalidWords("a number twice or a clue changed")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  planted: true, // with a fifth of a large square blank, no known search finds its next to only completion
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: (N + 1) % 4 === 2 ? N + 2 : N + 1 }),
    ({ N }) => SPARSITIES.map((sparsity) => ({ N, sparsity })),
  ),

  generate({ N, sparsity }, random) {
    const square = drawMagicSquare(N, random);
    const grid = withBlanks(square, sparsity, BLANK, random);
    return { N, sparsity, grid, reference_answer: formatRows(square) };
  },

  prompt: ({ N, grid }) =>
    `Here is a grid of ${formatGridSize(N, N)}, in which ${BLANK} marks a blank cell:
${formatRows(grid)}

Replace every ${BLANK} by an integer so that
- the grid holds each of the integers from 1 to ${N * N} exactly once,
- the sum of every row, of every column and of both diagonals is ${magicSum(N)}.
The integers that are given stay as they are.

Answer with the completed grid in the same layout: ${N} lines of ${N} integers each, separated by spaces, like this:
${placeholderGrid(N, N)}`,

  answer: integerMatrix,

  score: verdict,

  picture: ({ grid }, filled) => gridPicture(grid, { blank: 0, filled }),

  solve: ({ reference_answer }) => reference_answer,
});

function magicSum(N: number): number {
  return (N * (N * N + 1)) / 2;
}

function verdict(rows: readonly number[][], { N, grid }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, N);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const fault = findPermutationFault(rows.flat(), N * N, 1) ?? findClueFault(rows, grid, BLANK);
  if (fault !== undefined) return invalid(fault);
  const all = [
    ...rows,
    ...rows.map((_, column) => rows.map((row) => row[column])),
    rows.map((row, index) => row[index]),
    rows.map((row, index) => row[N - 1 - index]),
  ];
  const right = all.filter((line) => sum(line) === magicSum(N)).length;
  return lines.verdict(right, all.length);
}
