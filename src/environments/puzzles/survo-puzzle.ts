import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findClueFault } from "../toolkit/faults/clues.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { SPARSITIES, share, withBlanks } from "../toolkit/grids/blanks.ts";
import { toRows } from "../toolkit/grids/cells.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths, matrix, within } from "../toolkit/schemas/lists.ts";
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

const sums = satisfying({ beta: 5, unit: "sums right" });

const BLANK = -1;
/** Far beyond any use: a grid of 10,000 cells. */
const LARGEST = 100;

const Parameters = z.object({
  MAX_N_M: sizeFrom(2, LARGEST),
  sparsity: share,
});
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  matrix: integerRowsFrom(BLANK),
  row_sums: integersFrom(0),
  col_sums: integersFrom(0),
  reference_answer: z.string(),
}).check(
  matrix("matrix", "N", "M"),
  within("matrix", BLANK, ({ N, M }) => N * M - 1),
  lengths("N", "row_sums"),
  lengths("M", "col_sums"),
  rewarded("reference_answer", integerMatrix, verdict, "must solve the puzzle"),
);

export const survoPuzzle = defineEnvironment({
  id: "SurvoPuzzle",
  title: "Survo number grid",
  summary: "Fill the blanks of a grid with 0..NM−1, each once, matching given row and column sums.",
  reward: `${sums.words}; ${invalidWords("a number twice or a clue changed")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  planted: true, // a hundred distinct numbers tied by 30 exact sums are beyond any known method
  levels: counting({ MAX_N_M: 3 }, ({ MAX_N_M }) =>
    SPARSITIES.map((sparsity) => ({ MAX_N_M, sparsity })),
  ),

  generate({ MAX_N_M, sparsity }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const solution = toRows(random.permutation(N * M), M);
    const rows = withBlanks(solution, sparsity, BLANK, random);
    return {
      MAX_N_M,
      sparsity,
      N,
      M,
      matrix: rows,
      row_sums: solution.map(sum),
      col_sums: sumColumns(solution),
      reference_answer: formatRows(solution),
    };
  },

  prompt: ({ N, M, matrix, row_sums, col_sums }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which -1 marks a blank cell:
${formatRows(matrix)}

Replace every -1 by an integer so that
- the grid holds each of the integers from 0 to ${N * M - 1} exactly once,
- the sums of the rows, from top to bottom, are ${row_sums.join(", ")},
- the sums of the columns, from left to right, are ${col_sums.join(", ")}.
The integers that are given stay as they are.

Answer with the completed grid in the same layout: ${N} lines of ${M} integers each, separated by spaces, like this:
${placeholderGrid(N, M)}`,

  answer: integerMatrix,

  score: verdict,

  picture: ({ matrix, row_sums, col_sums }, filled) =>
    gridPicture(matrix, { blank: -1, clues: { right: row_sums, bottom: col_sums }, filled }),

  solve: ({ reference_answer }) => reference_answer,
});

interface Puzzle {
  readonly N: number;
  readonly M: number;
  readonly matrix: readonly (readonly number[])[];
  readonly row_sums: readonly number[];
  readonly col_sums: readonly number[];
  readonly reference_answer: string;
}

function verdict(rows: readonly number[][], { N, M, matrix, row_sums, col_sums }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const fault = findPermutationFault(rows.flat(), N * M) ?? findClueFault(rows, matrix, BLANK);
  if (fault !== undefined) return invalid(fault);
  const columns = sumColumns(rows);
  const right =
    row_sums.filter((total, row) => sum(rows[row]) === total).length +
    col_sums.filter((total, column) => columns[column] === total).length;
  return sums.verdict(right, N + M);
}

function sumColumns(rows: readonly (readonly number[])[]): number[] {
  return rows[0].map((_, column) => sum(rows.map((row) => row[column])));
}
