import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { MinimumCostNetwork } from "../toolkit/graphs/minimum-cost-flow.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";

const LARGEST = 60;

const Parameters = z.object({ N: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1, LARGEST),
  grid: integerRowsFrom(0, 1_000_000),
  reference_answer: integerFrom(0),
}).check(matrix("grid", "N", "N"));

export const maxGridPathIntersection = defineEnvironment({
  id: "MaxGridPathIntersection",
  title: "Best collection by K grid paths",
  summary: "Find the most that K right-and-down walks through a grid of values collect together.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const K = random.integer(1, Math.floor(N / 2));
    const grid = Array.from({ length: N }, () => random.integers(N, 0, N));
    return { N, K, grid, reference_answer: mostCollected(grid, K) };
  },

  prompt: ({ N, K, grid }) =>
    `Here is a grid of ${formatGridSize(N, N)} of values:
${formatRows(grid)}

You walk through the grid ${K === 1 ? "once," : `${K} times, each time`} from the top-left cell to the bottom-right cell, by steps to the next cell on the right or below. You collect the value of every cell on your way, start and end included; after that, its value is 0.

What is the largest total value that you can collect?

Answer with this number as one integer, like this: n`,

  picture: ({ grid }) => gridPicture(grid),

  ...exactInteger(({ grid, K }: { grid: readonly (readonly number[])[]; K: number }) =>
    mostCollected(grid, K),
  ),
});

/**
 * A flow of K units of least cost, the walks: a cell is an edge of one unit that costs minus its
 * value beside one of K − 1 units for nothing. O(K · N² log N).
 */
function mostCollected(grid: readonly (readonly number[])[], K: number): number {
  const N = grid.length;
  const network = new MinimumCostNetwork(2 * N * N);
  const entry = (row: number, column: number) => 2 * (row * N + column);
  for (const [row, values] of grid.entries()) {
    for (const [column, value] of values.entries()) {
      const cell = entry(row, column);
      network.addEdge(cell, cell + 1, 1, -value);
      network.addEdge(cell, cell + 1, K - 1, 0);
      if (column + 1 < N) network.addEdge(cell + 1, entry(row, column + 1), K, 0);
      if (row + 1 < N) network.addEdge(cell + 1, entry(row + 1, column), K, 0);
    }
  }
  return -network.send(0, 2 * N * N - 1, K).cost;
}
