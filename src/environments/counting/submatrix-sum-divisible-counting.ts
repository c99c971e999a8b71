import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { prefixSums } from "../toolkit/numbers/prefix-sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { nearInteger } from "../toolkit/scoring/single-integers.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatCount } from "../toolkit/text/plural.ts";

/** Gold takes the third power, solving the fourth. */
const LARGEST = 100;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  K: integerFrom(2, LARGEST ** 2),
  matrix: integerRowsFrom(0),
  reference_answer: integerFrom(0),
}).check(
  matrix("matrix", "N", "M"),
  holds(
    "matrix",
    ({ matrix, K }) => matrix.every((row) => row.every((value) => value < K)),
    "must be less than K each",
  ),
);

interface Matrix {
  matrix: readonly (readonly number[])[];
  K: number;
}

export const submatrixSumDivisibleCounting = defineEnvironment({
  id: "SubmatrixSumDivisibleCounting",
  title: "Submatrices of divisible sum",
  summary: "Count contiguous non-empty submatrices whose sum is divisible by K.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const K = random.integer(2, N * M);
    const matrix = Array.from({ length: N }, () => random.integers(M, 0, K - 1));
    return { MAX_N_M, N, M, K, matrix, reference_answer: countSubmatrices({ matrix, K }) };
  },

  prompt: ({ N, M, K, matrix }) =>
    `Here is a matrix of ${formatCount(N, "row")} and ${formatCount(M, "column")}:
${formatRows(matrix)}

A submatrix consists of the entries in one or more consecutive rows and one or more consecutive columns; the whole matrix is one, too. How many submatrices have a sum of entries that is divisible by ${K}? Sums of 0 are. Submatrices at different places count separately, even where their entries are equal.

Answer with the number of submatrices as one integer, like this: n`,

  picture: ({ matrix }) => gridPicture(matrix),

  ...nearInteger({ beta: 10, least: 0 }, countOneByOne),
});

/**
 * For each pair of rows, two prefix sums of the columns between them with the same remainder enclose a
 * submatrix of divisible sum. O(N² · M).
 */
function countSubmatrices({ matrix, K }: Matrix): number {
  const seen = new Int32Array(K);
  let count = 0;
  for (let top = 0; top < matrix.length; top++) {
    const columns = new Int32Array(matrix[0].length);
    for (const row of matrix.slice(top)) {
      seen.fill(0);
      seen[0] = 1;
      let prefix = 0;
      for (const [column, value] of row.entries()) {
        columns[column] = (columns[column] + value) % K;
        prefix = (prefix + columns[column]) % K;
        count += seen[prefix]++;
      }
    }
  }
  return count;
}

/** Each submatrix by the sums of the rectangles from the corner. O(N² · M²). */
function countOneByOne({ matrix, K }: Matrix): number {
  const sums = [new Array<number>(matrix[0].length + 1).fill(0)];
  for (const [index, row] of matrix.entries()) {
    const inRow = prefixSums(row);
    sums.push(sums[index].map((above, column) => above + inRow[column]));
  }
  let count = 0;
  for (let bottom = 1; bottom < sums.length; bottom++) {
    for (let top = 0; top < bottom; top++) {
      for (let right = 1; right < sums[0].length; right++) {
        for (let left = 0; left < right; left++) {
          const outer = sums[bottom][right] - sums[top][right];
          if ((outer - sums[bottom][left] + sums[top][left]) % K === 0) count++;
        }
      }
    }
  }
  return count;
}
