import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";

const MAX_HITS = 3;
const LARGEST = 100;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  grid: integerRowsFrom(0, MAX_HITS * LARGEST * LARGEST),
  reference_answer: integerFrom(0),
}).check(matrix("grid", "N", "M"));

type Grid = readonly (readonly number[])[];

export const whackAMole = defineEnvironment({
  id: "WhackAMole",
  title: "Fixed-size hammer on a grid",
  summary: "Choose one hammer size so that the fewest swings remove exactly all moles of a grid.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const R = random.integer(1, N);
    const C = random.integer(1, M);
    const grid = Array.from({ length: N }, () => new Array<number>(M).fill(0));
    for (let top = 0; top + R <= N; top++) {
      for (let left = 0; left + C <= M; left++) {
        const hits = random.integer(0, MAX_HITS);
        for (let row = top; row < top + R; row++) {
          for (let column = left; column < left + C; column++) grid[row][column] += hits;
        }
      }
    }
    return { MAX_N_M, N, M, grid, reference_answer: fewestSwings(grid) };
  },

  prompt: ({ N, M, grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, whose entries say how many moles are in each cell:
${formatRows(grid)}

You have a hammer that covers a block of r rows and c columns. You choose r (from 1 to ${N}) and c (from 1 to ${M}) once, before the first swing; the hammer cannot be turned. A swing hits one block of r × c cells that lies wholly inside the grid, and is allowed only if there is at least one mole in each of these cells: it removes exactly one mole from each.

What is the smallest number of swings that remove all moles, with the best choice of r and c?

Answer with this number as one integer, like this: n`,

  picture: ({ grid }) => gridPicture(grid, { blank: 0 }),

  ...exactInteger(({ grid }: { grid: Grid }) => fewestSwings(grid)),
});

/**
 * A swing removes as many moles as the hammer has cells, so the largest hammer that clears the grid
 * needs the fewest. Sizes in descending order, O((N · M)²) if all are tried to the end.
 */
function fewestSwings(grid: Grid): number {
  const moles = sum(grid.map(sum));
  const sizes = grid.flatMap((row, r) => row.map((_, c) => [r + 1, c + 1] as const));
  sizes.sort(([r, c], [s, d]) => s * d - r * c);
  const best = sizes.find(([r, c]) => moles % (r * c) === 0 && clears(grid, r, c)) ?? [1, 1];
  return moles / (best[0] * best[1]);
}

/**
 * Whether an r × c hammer clears the grid. Cells row by row: only blocks that begin at the first
 * cell with moles left can hit it, so their number is forced. O(N · M) by differences of hits.
 */
function clears(grid: Grid, r: number, c: number): boolean {
  const [N, M] = [grid.length, grid[0].length];
  /** Of the hits that begin in each column, in the last r rows. */
  const inColumn = new Int32Array(M);
  const begun = Array.from({ length: N }, () => new Int32Array(M));
  for (const [row, cells] of grid.entries()) {
    if (row >= r)
      for (let column = 0; column < M; column++) inColumn[column] -= begun[row - r][column];
    let hits = 0;
    for (let column = 0; column < M; column++) {
      if (column >= c) hits -= inColumn[column - c];
      hits += inColumn[column];
      const left = cells[column] - hits;
      if (left === 0) continue;
      if (left < 0 || row + r > N || column + c > M) return false;
      begun[row][column] = left;
      inColumn[column] += left;
      hits += left;
    }
  }
  return true;
}
