import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { type Cell, gridDistances } from "../toolkit/grids/distances.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

const CELLS = ["0", "1", "X"] as const;
const LARGEST_N_M = 500;
/** The distance of a cell from which no 1 can be reached, or which is closed. */
const UNREACHED = -1;

const distances = matching({ beta: 10, unit: "distances right" });

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST_N_M) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST_N_M),
  M: sizeFrom(1, LARGEST_N_M),
  grid: z.array(z.array(z.enum(CELLS))),
  gold_answer: integerRowsFrom(UNREACHED),
  reference_answer: z.string(),
}).check(matrix("grid", "N", "M"), matrix("gold_answer", "N", "M"));

type Grid = z.infer<typeof Instance>["grid"];

export const gridBfs = defineEnvironment({
  id: "GridBFS",
  title: "Nearest-one grid distances",
  summary: "For every cell of a grid with obstacles, give the walking distance to the nearest 1.",
  reward: `${distances.words}; ${malformedWords("wrong shape")}`,
  version: 2,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const weights = random.integers(CELLS.length, 1, N * M);
    const grid = Array.from({ length: N }, () =>
      Array.from({ length: M }, () => CELLS[random.weightedIndex(weights)]),
    );
    const gold_answer = distancesToOne(grid);
    return { MAX_N_M, N, M, grid, gold_answer, reference_answer: formatRows(gold_answer) };
  },

  prompt: ({ N, M, grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which every cell is 0, 1 or X:
${formatGrid(grid)}

A step leads from a cell to the next one above, below, on the left or on the right. Cells marked X cannot be entered. For every cell, find the smallest number of steps from it to a cell marked 1:
- it is 0 for a cell marked 1;
- it is ${UNREACHED} for a cell from which no cell marked 1 can be reached;
- it is ${UNREACHED} for a cell marked X.

Answer with ${N} lines of ${M} integers each, separated by spaces, in the layout of the grid, like this:
${placeholderGrid(N, M)}`,

  answer: integerMatrix,

  score(rows, { N, M, gold_answer }) {
    const fault = findShapeFault(rows, N, M);
    if (fault !== undefined) return malformed(fault);
    const matched = sum(rows.map((row, index) => countAgreements(row, gold_answer[index])));
    return distances.verdict(matched, N * M);
  },

  picture({ grid }, distances) {
    const filled = distances?.map((row, y) =>
      row.map((distance, x) => (grid[y]?.[x] === "X" ? null : distance)),
    );
    return gridPicture(grid, { blank: "0", wall: "X", filled });
  },

  solve: ({ grid }) => formatRows(distancesToOne(grid)),
});

/** Steps from each cell to the nearest 1: one breadth-first search from all of them, O(N · M). */
function distancesToOne(grid: Grid): number[][] {
  const ones = grid.flatMap((cells, row) =>
    cells.flatMap((cell, column): Cell[] => (cell === "1" ? [[row, column]] : [])),
  );
  const isOpen = (row: number, column: number) => grid[row][column] !== "X";
  return gridDistances(grid.length, grid[0].length, isOpen, ones);
}
