import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerTuples } from "../toolkit/answer-forms/integers.ts";
import { lightestDominatingCells } from "../toolkit/grids/dominating-cells.ts";
import { ORTHOGONAL_STEPS } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  unsuccessful,
  unsuccessfulWords,
} from "../toolkit/scoring/verdicts.ts";
import { formatFigure } from "../toolkit/text/figures.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";
import { placeholderLines } from "../toolkit/text/placeholders.ts";

/**
 * A broken profile whose states are cut by a Lagrangian bound, exponential: at level 20 (up to 23 × 23) the
 * median takes 4 ms, the slowest of 200 0.1 s; grids of the full size up to 0.5 s.
 */
const LARGEST = 24;

const cost = minimising({ beta: 5 });

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  F: integerRowsFrom(1, 1_000_000),
  gold_answer: integerFrom(1),
}).check(matrix("F", "N", "M"));

type Rows = readonly (readonly number[])[];
type Cells = readonly (readonly [row: number, column: number])[];

export const minimumDominatingSetGrid = defineEnvironment({
  id: "Minimum_DominatingSet_Grid",
  title: "Minimum-cost dominating set on a grid",
  summary:
    "Select cells of least total cost so that each cell is selected or beside a selected one.",
  reward: `${cost.words}; ${invalidWords()}, ${unsuccessfulWords("not dominating")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const F = Array.from({ length: N }, () => random.integers(M, 1, N * M));
    const gold_answer = costOf(lightestDominatingCells(F), F);
    return { MAX_N_M, N, M, F, gold_answer };
  },

  prompt: ({ N, M, F }) =>
    `Here is a grid of ${formatGridSize(N, M)}, both numbered from 1, with the cost of selecting each cell:
${formatRows(F)}

Select cells so that every cell is selected or shares a side with a selected cell, and the sum of the costs of the selected cells is as small as possible.

Answer with the selected cells in any order, one a line, each as its row i and its column j separated by a space, like this:
${placeholderLines("i j")}`,

  answer: integerTuples(2),

  score(cells, { N, M, F, gold_answer }) {
    const isSelected = F.map((row) => row.map(() => false));
    let total = 0;
    for (const [row, column] of cells) {
      const name = `row ${formatFigure(row)}, column ${formatFigure(column)}`;
      const before = isSelected[row - 1]?.[column - 1];
      if (before === undefined) return invalid(`${name} is outside the ${N} × ${M} grid`);
      if (before) return invalid(`${name} is selected twice`);
      isSelected[row - 1][column - 1] = true;
      total += F[row - 1][column - 1];
    }
    for (let row = 0; row < N; row++) {
      for (let column = 0; column < M; column++) {
        if (isDominated(isSelected, row, column)) continue;
        return unsuccessful(`row ${row + 1}, column ${column + 1} is not dominated`);
      }
    }
    return cost.verdict(total, gold_answer);
  },

  picture: ({ N, M, F }, cells) =>
    gridPicture(F, {
      clues: lineNumbers(N, M, 1),
      chosen: cells?.map(([row, column]) => [row - 1, column - 1]),
    }),

  solve: ({ F }) => formatRows(lightestDominatingCells(F).map(([i, j]) => [i + 1, j + 1])),
});

function isDominated(isSelected: readonly boolean[][], row: number, column: number): boolean {
  if (isSelected[row][column]) return true;
  return ORTHOGONAL_STEPS.some(([down, right]) => isSelected[row + down]?.[column + right]);
}

function costOf(cells: Cells, F: Rows): number {
  return sum(cells.map(([row, column]) => F[row][column]));
}
