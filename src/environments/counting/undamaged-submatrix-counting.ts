import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { growing } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Solving takes the third power. */
const LARGEST = 200;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  matrix: integerRowsFrom(0, 1),
  reference_answer: integerFrom(0),
}).check(matrix("matrix", "N", "M"));

type Bits = readonly (readonly number[])[];

export const undamagedSubmatrixCounting = defineEnvironment({
  id: "UndamagedSubmatrixCounting",
  title: "Submatrices of ones",
  summary: "Count contiguous submatrices of a 0/1 matrix that contain only ones.",
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const probability = random.unit();
    const matrix = Array.from({ length: N }, () =>
      Array.from({ length: M }, () => (random.chance(probability) ? 1 : 0)),
    );
    return { MAX_N_M, N, M, matrix, reference_answer: countSubmatrices(matrix) };
  },

  prompt: ({ N, M, matrix }) =>
    `Here is a matrix of ${formatCount(N, "row")} and ${formatCount(M, "column")}, its entries 0 and 1 without separators:
${formatLines(matrix, (row) => row.join(""))}

A submatrix consists of the entries in one or more consecutive rows and one or more consecutive columns; the whole matrix is one, too. How many submatrices consist of 1s alone? Submatrices at different places count separately.

Answer with the number of such submatrices as one integer, like this: n`,

  picture: ({ matrix }) => gridPicture(matrix, { wall: 0 }),

  ...nearInteger({ beta: 10, least: 0 }, ({ matrix }: { matrix: Bits }) => countByWidths(matrix)),
});

/**
 * By their lower right corner: over the heights of the columns of 1s that end in its row, as many as
 * the sum of the running minima to the left, kept on a stack of rising heights. O(N · M).
 */
function countSubmatrices(matrix: Bits): number {
  const heights = new Array<number>(matrix[0].length).fill(0);
  let count = 0;
  for (const row of matrix) {
    // Columns of rising heights, and the sums of minima up to them.
    const stack: [column: number, height: number, sum: number][] = [];
    for (const [column, bit] of row.entries()) {
      heights[column] = bit === 1 ? heights[column] + 1 : 0;
      while (stack.length > 0 && stack[stack.length - 1][1] >= heights[column]) stack.pop();
      const [lower, , below] = stack.at(-1) ?? [-1, 0, 0];
      const sum = below + (column - lower) * heights[column];
      stack.push([column, heights[column], sum]);
      count += sum;
    }
  }
  return count;
}

/** By top and bottom row: the runs of columns that hold 1s alone between them. O(N² · M). */
function countByWidths(matrix: Bits): number {
  let count = 0;
  for (const top of matrix.keys()) {
    let whole = matrix[top];
    for (const row of matrix.slice(top)) {
      whole = whole.map((bit, column) => bit & row[column]);
      let run = 0;
      for (const bit of whole) {
        run = bit === 1 ? run + 1 : 0;
        count += run;
      }
    }
  }
  return count;
}
