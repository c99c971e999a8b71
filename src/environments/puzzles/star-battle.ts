import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
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
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const [BLOCKED, FREE, STAR] = ["X", ".", "*"];
const SPARSITIES = [0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Beyond, looking for a placement may take long. */
const LARGEST = 60;

const Parameters = z.object({
  MAX_N_M: sizeFrom(3, LARGEST),
  sparsity: z.number().gt(0).lt(1),
});
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  grid: z.array(z.array(z.enum(["X", "."]))),
  reference_answer: z.string(),
}).check(
  matrix("grid", "N", "M"),
  rewarded("reference_answer", lines, verdict, "must solve the puzzle"),
);

export const starBattle = defineEnvironment({
  id: "StarBattle",
  title: "One star per row",
  summary:
    "Place one star in each row of a grid with blocked cells, no two sharing a column or touching.",
  reward: `${EXACT_WORDS}; ${invalidWords("grid altered")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 4 }, ({ MAX_N_M }) =>
    SPARSITIES.map((sparsity) => ({ MAX_N_M, sparsity })),
  ),

  generate({ MAX_N_M, sparsity }, random) {
    const { N, M, columns } = redrawUntil(() => {
      const N = random.integer(2, MAX_N_M);
      const M = random.integer(Math.max(3, N), MAX_N_M);
      const columns = random.distinctIntegers(N, 0, M - 1);
      return columns.some((column, row) => row > 0 && Math.abs(column - columns[row - 1]) < 2)
        ? undefined
        : { N, M, columns };
    }, MAX_DRAWS);
    const grid = columns.map(() => new Array<"X" | ".">(M).fill("."));
    const others = grid.flatMap((_, row) =>
      [...Array(M).keys()]
        .filter((column) => column !== columns[row])
        .map((column) => [row, column]),
    );
    const blocked = Math.max(1, Math.trunc(others.length * sparsity));
    for (const [row, column] of random.sample(others, blocked)) grid[row][column] = "X";
    const reference_answer = formatGrid(placeStars(grid, columns));
    return { MAX_N_M, sparsity, N, M, grid, reference_answer };
  },

  prompt: ({ N, M, grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which ${BLOCKED} marks a blocked cell and ${FREE} a free one:
${formatGrid(grid)}

Put stars into free cells so that
- every row holds exactly one star,
- every column holds at most one star,
- no two stars touch, not even diagonally.

Answer with the grid in the same layout, in which ${STAR} stands in place of ${FREE} where a star is: ${N} lines of ${M} characters each, without separators, like this:
${placeholderCells(N, M)}`,

  answer: describedAs("lines of the characters X, . and *", lines),

  score: verdict,

  picture: ({ grid }, filled) => gridPicture(grid, { blank: ".", wall: "X", filled }),

  solve: ({ grid }) => formatGrid(placeStars(grid, findColumns(grid) ?? [])),
});

/** Some 13 % of the draws of many rows have no two stars that touch; small ones more. */
const MAX_DRAWS = 100_000;

function placeStars(grid: readonly (readonly string[])[], columns: readonly number[]): string[][] {
  return grid.map((row, index) =>
    row.map((cell, column) => (column === columns[index] ? STAR : cell)),
  );
}

function verdict(
  rows: readonly string[],
  { N, M, grid }: { N: number; M: number; grid: readonly (readonly string[])[] },
): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  if (rows.some((row) => [...row].some((cell) => ![BLOCKED, FREE, STAR].includes(cell)))) {
    return malformed(`a character other than ${BLOCKED}, ${FREE} and ${STAR}`);
  }
  const altered = rows.findIndex((row, index) =>
    [...row].some((cell, column) => (cell === BLOCKED) !== (grid[index][column] === BLOCKED)),
  );
  if (altered !== -1) return invalid(`blocked cells of row ${altered + 1} are altered`);
  const fault = findStarFault(rows);
  return fault === undefined ? correct() : partial(0, fault);
}

function findStarFault(rows: readonly string[]): string | undefined {
  const used = new Set<number>();
  let before = Number.NEGATIVE_INFINITY;
  for (const [row, cells] of rows.entries()) {
    const column = cells.indexOf(STAR);
    if (column === -1) return `row ${row + 1} has no star`;
    if (cells.includes(STAR, column + 1)) return `row ${row + 1} has two stars`;
    if (used.has(column)) return `column ${column + 1} has two stars`;
    if (Math.abs(column - before) < 2) return `the stars of rows ${row} and ${row + 1} touch`;
    used.add(column);
    before = column;
  }
  return undefined;
}

/**
 * The columns of stars, row by row, with a memory of what failed: which columns were used and which
 * one last. Rows with few free cells need few tries.
 */
function findColumns(grid: readonly (readonly string[])[]): number[] | undefined {
  const failed = new Set<string>();
  const columns: number[] = [];
  const isUsed = new Array<boolean>(grid[0].length).fill(false);

  function place(row: number): boolean {
    if (row === grid.length) return true;
    const last = columns[row - 1] ?? Number.NEGATIVE_INFINITY;
    const key = `${last} ${isUsed.map(Number).join("")}`;
    if (failed.has(key)) return false;
    for (const [column, cell] of grid[row].entries()) {
      if (cell === BLOCKED || isUsed[column] || Math.abs(column - last) < 2) continue;
      isUsed[column] = true;
      columns[row] = column;
      if (place(row + 1)) return true;
      isUsed[column] = false;
    }
    columns.length = row;
    failed.add(key);
    return false;
  }

  return place(0) ? columns : undefined;
}
