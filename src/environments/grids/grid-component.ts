import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { UnionFind } from "../toolkit/graphs/union-find.ts";
import { growing } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatGrid, formatGridSize } from "../toolkit/text/grids.ts";

const LARGEST = 500;
/** Between these, the probability of a 1. */
const DENSITIES = [0.1, 0.9] as const;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  grid: z.array(textOver("01")),
  reference_answer: integerFrom(0),
}).check(matrix("grid", "N", "M"));

type Grid = readonly string[];

export const gridComponent = defineEnvironment({
  id: "GridComponent",
  title: "Largest grid component",
  summary: "Find the size of the largest 4-connected group of 1-cells in a binary grid.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const density = random.real(...DENSITIES);
    const grid = Array.from({ length: N }, () => biasedText(M, ["1", "0"], density, random));
    return { MAX_N_M, N, M, grid, reference_answer: largestByUniting(grid) };
  },

  prompt: ({ N, M, grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which every cell is 0 or 1:
${formatGrid(grid)}

Two cells are neighbours if one is directly above, below, to the left or to the right of the other. A component is a set of cells marked 1 that are connected by neighbours marked 1, as large as possible.

How many cells does the largest component have? If there is no cell marked 1, the answer is 0.

Answer with this number as one integer, like this: n`,

  picture: ({ grid }) => gridPicture(grid, { wall: "0" }),

  ...exactInteger(({ grid }: { grid: Grid }) => largestByFilling(grid)),
});

/** Neighbouring 1s are united. O(N · M). */
function largestByUniting(grid: Grid): number {
  const [N, M] = [grid.length, grid[0].length];
  const components = new UnionFind(N * M);
  const isOne = (row: number, column: number) => grid[row]?.[column] === "1";
  const size = new Int32Array(N * M);
  for (let row = 0; row < N; row++) {
    for (let column = 0; column < M; column++) {
      if (!isOne(row, column)) continue;
      if (isOne(row, column + 1)) components.unite(row * M + column, row * M + column + 1);
      if (isOne(row + 1, column)) components.unite(row * M + column, (row + 1) * M + column);
    }
  }
  let largest = 0;
  for (let cell = 0; cell < N * M; cell++) {
    if (!isOne(Math.floor(cell / M), cell % M)) continue;
    const root = components.find(cell);
    size[root]++;
    if (size[root] > largest) largest = size[root];
  }
  return largest;
}

/** Each component is filled from its first cell. O(N · M). */
function largestByFilling(grid: Grid): number {
  const open = grid.map((row) => [...row].map((cell) => cell === "1"));
  let largest = 0;
  for (const [row, cells] of open.entries()) {
    for (const column of cells.keys()) {
      let size = 0;
      const stack = [[row, column]];
      for (let cell = stack.pop(); cell !== undefined; cell = stack.pop()) {
        const [r, c] = cell;
        if (!open[r]?.[c]) continue;
        open[r][c] = false;
        size++;
        stack.push([r - 1, c], [r + 1, c], [r, c - 1], [r, c + 1]);
      }
      largest = Math.max(largest, size);
    }
  }
  return largest;
}
