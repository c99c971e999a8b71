import { z } from "zod";
import { countFillings } from "../engines/local-minima/fillings.ts";
import { kingNeighbourhoods } from "../engines/local-minima/neighbourhoods.ts";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** How many supersets, and how many connected sets, gold may look at: draws beyond are refused. */
const MAX_SETS = 2_000;
const LARGEST = 40;

const side = integerFrom(1, LARGEST);

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: side,
  M: side,
  grid: z.array(z.array(z.enum([".", "X"]))),
  reference_answer: bigIntegerFrom(1n),
}).check(
  matrix("grid", "N", "M"),
  holds("grid", ({ grid }) => touchesNone(grid), "must not mark cells that touch each other"),
);

type Grid = readonly (readonly string[])[];

/**
 * At level 0 there are 58 problems, a third of them with the answer 60. As draws are refused,
 * generation takes some 5 ms at level 10 and 8 ms at level 20, at worst 50 ms.
 */
export const gridLocalMinimumCounting = defineEnvironment({
  id: "GridLocalMinimumCounting",
  title: "Grids with given local minima",
  summary:
    "Count fillings of a grid with 1..N·M whose local minima (8 neighbours) are exactly the marked cells.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    return redrawUntil(() => {
      const N = random.integer(2, MAX_N_M);
      const M = random.integer(2, MAX_N_M);
      const grid = markMinima(random.permutation(N * M), N, M);
      const reference_answer = countMarked(grid, MAX_SETS);
      return reference_answer === undefined ? undefined : { MAX_N_M, N, M, grid, reference_answer };
    });
  },

  prompt: ({ N, M, grid }) =>
    `The cells of a grid of ${N} rows and ${M} columns are filled with the integers from 1 to ${N * M}, each once. A cell is a local minimum if its number is smaller than those of all cells that touch it horizontally, vertically or diagonally (up to eight of them; fewer at the border).

Here is the grid; X marks a cell, . does not:
${formatLines(grid, (row) => row.join(""))}

In how many ways can the grid be filled so that the local minima are exactly the marked cells?

Answer with the exact number of ways as one integer, like this: n`,

  picture: ({ grid }) => gridPicture(grid, { blank: "." }),

  ...nearBigInteger({ beta: 10, least: 0 }, ({ grid }: { grid: Grid }) => {
    return countMarked(grid, Number.POSITIVE_INFINITY) ?? 0n;
  }),
});

/** Marks the local minima of numbers given row by row. */
function markMinima(numbers: readonly number[], N: number, M: number): ("." | "X")[][] {
  const around = kingNeighbourhoods(N, M);
  return Array.from({ length: N }, (_, row) =>
    Array.from({ length: M }, (_, column) => {
      const own = numbers[row * M + column];
      return around[row * M + column].every((cell) => numbers[cell] >= own) ? "X" : ".";
    }),
  );
}

function countMarked(grid: Grid, maxSets: number): bigint | undefined {
  return countFillings(markedCells(grid), grid.length, grid[0].length, maxSets);
}

function markedCells(grid: Grid): number[] {
  const M = grid[0]?.length ?? 0;
  return grid.flatMap((row, r) => row.flatMap((mark, c) => (mark === "X" ? [r * M + c] : [])));
}

function touchesNone(grid: Grid): boolean {
  const around = kingNeighbourhoods(grid.length, grid[0]?.length ?? 0);
  const marked = new Set(markedCells(grid));
  return [...marked].every((cell) =>
    around[cell].every((other) => other === cell || !marked.has(other)),
  );
}
