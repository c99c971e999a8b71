import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { blankRows, gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { formatEdges } from "../toolkit/text/edges.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** At most this share of the cells is 0. */
const MAX_ZERO_SHARE = 0.25;
/** N² · M steps, and counts below 2^53. */
const LARGEST = 200;

const index = integerFrom(0, LARGEST - 1);

const Parameters = z.object({ MAX_N_M: sizeFrom(5, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  zero_coordinates: z.array(z.tuple([index, index])),
  reference_answer: integerFrom(0),
}).check(
  holds(
    "zero_coordinates",
    ({ N, M, zero_coordinates }) =>
      zero_coordinates.every(([row, column]) => row < N && column < M),
    "must lie within the matrix",
  ),
  holds(
    "zero_coordinates",
    ({ zero_coordinates }) =>
      new Set(zero_coordinates.map(String)).size === zero_coordinates.length,
    "must all differ",
  ),
);

interface Matrix {
  N: number;
  M: number;
  zero_coordinates: readonly (readonly [number, number])[];
}

/**
 * A double cross needs much room: there is none in 80 % of the problems of level 0, 44 % at level
 * 3 and 8 % at level 10.
 */
export const doubleCrossCounting = defineEnvironment({
  id: "DoubleCrossCounting",
  title: "Double crosses in a matrix",
  summary: "Count double-cross shapes made of ones in a 0/1 matrix whose zeros are listed.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 5 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(5, MAX_N_M);
    const M = random.integer(5, MAX_N_M);
    const zeros = random.integer(1, Math.floor(MAX_ZERO_SHARE * N * M));
    const zero_coordinates = random
      .distinctIntegers(zeros, 0, N * M - 1)
      .map((cell): [number, number] => [Math.floor(cell / M), cell % M]);
    const reference_answer = countCrosses({ N, M, zero_coordinates });
    return { MAX_N_M, N, M, zero_coordinates, reference_answer };
  },

  prompt: ({ N, M, zero_coordinates }) =>
    `A matrix has ${N} rows, numbered from 0 to ${N - 1} from top to bottom, and ${M} columns, numbered from 0 to ${M - 1} from left to right. These ${formatCount(zero_coordinates.length, "cell")}, each given as (row, column), hold 0, all other cells 1:
${formatEdges(zero_coordinates)}

A double cross consists of cells that all hold 1: a vertical bar in one column and two horizontal bars.
- The vertical bar takes a column y from row a to row d.
- The upper horizontal bar lies in a row b and takes the columns y − u to y + u; the lower one lies in a row c and takes the columns y − l to y + l.
- The vertical bar goes beyond both horizontal ones, which do not lie in neighbouring rows: a < b, b + 1 < c and c < d.
- The upper horizontal bar is shorter: 1 ≤ u < l.

For example, here is a double cross with a = 0, b = 1, c = 3, d = 4, y = 2, u = 1 and l = 2, its cells shown as #:
..#..
.###.
..#..
#####
..#..

How many double crosses are there in the matrix? Two are different if at least one of a, b, c, d, y, u and l is.

Answer with the number of double crosses as one integer, like this: n`,

  picture: ({ N, M, zero_coordinates }) =>
    gridPicture(blankRows(N, M), { clues: lineNumbers(N, M), dark: zero_coordinates }),

  ...nearInteger({ beta: 3, least: 0 }, countCrosses),
});

/**
 * For each column and each two rows b and c joined by 1s in it: the ends a above and d below are
 * free within the runs of 1s, and the lengths u < l within the shorter side of each row. O(N² · M).
 */
function countCrosses({ N, M, zero_coordinates }: Matrix): number {
  const isOne = Array.from({ length: N }, () => new Uint8Array(M).fill(1));
  for (const [row, column] of zero_coordinates) isOne[row][column] = 0;
  const reach = isOne.map(sideways);
  let crosses = 0;
  for (let y = 0; y < M; y++) {
    for (let top = 0; top < N; top++) {
      if (isOne[top][y] === 0) continue;
      let bottom = top;
      while (bottom + 1 < N && isOne[bottom + 1][y] === 1) bottom++;
      // The run of 1s from top to bottom in column y.
      for (let b = top + 1; b <= bottom; b++) {
        for (let c = b + 2; c < bottom; c++) {
          crosses += (b - top) * (bottom - c) * countLengths(reach[b][y], reach[c][y]);
        }
      }
      top = bottom;
    }
  }
  return crosses;
}

/** For each cell of a row, how many 1s stand next to it on both sides at least; −1 for a 0. */
function sideways(row: Uint8Array): Int32Array {
  const reach = new Int32Array(row.length);
  for (let run = 0, column = 0; column < row.length; column++) {
    run = row[column] === 1 ? run + 1 : 0;
    reach[column] = run - 1;
  }
  for (let run = 0, column = row.length - 1; column >= 0; column--) {
    run = row[column] === 1 ? run + 1 : 0;
    reach[column] = Math.min(reach[column], run - 1);
  }
  return reach;
}

/** Pairs 1 ≤ u < l with u ≤ upper and l ≤ lower: Σ over u of lower − u. */
function countLengths(upper: number, lower: number): number {
  const largest = Math.min(upper, lower - 1);
  return largest < 1 ? 0 : largest * lower - (largest * (largest + 1)) / 2;
}
