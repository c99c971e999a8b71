import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { exactInteger } from "../toolkit/scoring/single-integers.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";

const LARGEST = 300;

const Parameters = z.object({ MAX_N_M: sizeFrom(4, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  K: integerFrom(1, LARGEST),
  A: integerRowsFrom(0, 1_000_000),
  reference_answer: integerFrom(0),
}).check(
  holds(
    "K",
    ({ N, M, K }) => Math.floor(N / K) * Math.floor(M / K) >= 3,
    "must be so small that three squares fit",
  ),
  matrix("A", "N", "M"),
);

type Rows = readonly (readonly number[])[];

export const maxThreeSquareSum = defineEnvironment({
  id: "MaxThreeSquareSum",
  title: "Three best disjoint squares",
  summary: "Find the greatest total of three K×K squares of a grid that do not overlap.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(4, MAX_N_M);
    const M = random.integer(4, MAX_N_M);
    const K = random.integer(2, Math.floor(Math.min(N, M) / 2));
    const A = Array.from({ length: N }, () => random.integers(M, 0, MAX_N_M));
    return { MAX_N_M, N, M, K, A, reference_answer: greatestOfThree(A, K) };
  },

  prompt: ({ N, M, K, A }) =>
    `Here is a grid of ${formatGridSize(N, M)} of numbers:
${formatRows(A)}

Choose three squares of ${K} × ${K} cells each inside the grid, so that no cell belongs to more than one of them. What is the greatest possible sum of the numbers in the three squares?

Answer with this number as one integer, like this: n`,

  picture: ({ A }) => gridPicture(A),

  ...exactInteger(({ A, K }: { A: Rows; K: number }) => greatestOfThree(A, K)),
});

/**
 * Three disjoint squares can be parted by two straight cuts: into three strips, or into a strip and
 * two parts of the rest. The cases are those of one side, in each of the four ways to turn the grid.
 * O(N · M).
 */
function greatestOfThree(A: Rows, K: number): number {
  let sums = squareSums(A, K);
  let greatest = 0;
  for (let turn = 0; turn < 4; turn++) {
    greatest = Math.max(greatest, greatestOfStrips(sums, K), greatestOfStripAndTwo(sums, K));
    sums = sums[0].map((_, column) => sums.map((row) => row[column]).reverse());
  }
  return greatest;
}

/** The sum of the square at each place of its upper left cell. */
function squareSums(A: Rows, K: number): number[][] {
  const above = [new Array<number>(A[0].length + 1).fill(0)];
  for (const [row, values] of A.entries()) {
    above.push(prefixSums(values).map((inRow, column) => above[row][column] + inRow));
  }
  return A.slice(K - 1).map((values, row) =>
    values
      .slice(K - 1)
      .map(
        (_, column) =>
          above[row + K][column + K] -
          above[row][column + K] -
          above[row + K][column] +
          above[row][column],
      ),
  );
}

/** Three strips, one below the other: the best of one, two and three squares in the rows so far. */
function greatestOfStrips(sums: Rows, K: number): number {
  const best = [0, 1, 2, 3].map((count) =>
    new Array<number>(sums.length + K).fill(count === 0 ? 0 : Number.NEGATIVE_INFINITY),
  );
  for (const [row, values] of sums.entries()) {
    const here = Math.max(...values);
    for (let count = 1; count <= 3; count++) {
      // Index row + K: squares that begin in this row or before it.
      best[count][row + K] = Math.max(best[count][row + K - 1], best[count - 1][row] + here);
    }
  }
  return best[3][sums.length + K - 1];
}

/** One square above a cut; below it two, one on each side of an upright cut. */
function greatestOfStripAndTwo(sums: Rows, K: number): number {
  const bestAbove: number[] = [];
  for (const [row, values] of sums.entries()) {
    bestAbove.push(Math.max(bestAbove[row - 1] ?? 0, ...values));
  }
  let greatest = 0;
  /** The best square of each column of places, in the rows from the cut on. */
  const below = new Array<number>(sums[0].length).fill(0);
  for (let row = sums.length - 1; row >= K; row--) {
    let left = Number.NEGATIVE_INFINITY;
    for (const [column, value] of sums[row].entries())
      below[column] = Math.max(below[column], value);
    for (let column = K; column < below.length; column++) {
      left = Math.max(left, below[column - K]);
      greatest = Math.max(greatest, bestAbove[row - K] + left + below[column]);
    }
  }
  return greatest;
}
