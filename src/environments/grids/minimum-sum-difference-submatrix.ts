import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerLines } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { findIncreasingFault } from "../toolkit/faults/increasing-indices.ts";
import { roughness, smoothestSubmatrix } from "../toolkit/grids/smoothest-submatrix.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

/**
 * A search over the rows, with the best columns by dynamic programming and bounds by blocks of rows,
 * exponential: at level 20 (up to 24 × 24) the median takes 2 ms, the slowest of 200 0.9 s, where half of
 * the rows and of the columns are chosen.
 */
const LARGEST = 24;

const roughnessOfAll = minimising({ beta: 5 });

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(3, LARGEST),
  M: integerFrom(3, LARGEST),
  R: integerFrom(2),
  C: integerFrom(2),
  matrix: integerRowsFrom(0, 1_000_000),
  gold_answer: integerFrom(0),
}).check(
  matrix("matrix", "N", "M"),
  holds("R", ({ N, R }) => R < N, "must be less than N"),
  holds("C", ({ M, C }) => C < M, "must be less than M"),
);

export const minimumSumDifferenceSubmatrix = defineEnvironment({
  id: "MinimumSumDifferenceSubmatrix",
  title: "Smoothest submatrix",
  summary:
    "Choose rows and columns so that neighbours in the submatrix differ as little as possible.",
  reward: `${roughnessOfAll.words}; ${invalidWords()}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const M = random.integer(3, MAX_N_M);
    const R = random.integer(2, N - 1);
    const C = random.integer(2, M - 1);
    const matrix = Array.from({ length: N }, () => random.integers(M, 1, N * M));
    const gold_answer = roughness(matrix, smoothestSubmatrix(matrix, R, C));
    return { MAX_N_M, N, M, R, C, matrix, gold_answer };
  },

  prompt: ({ N, M, R, C, matrix }) =>
    `Here is a matrix of ${formatGridSize(N, M)}, both numbered from 0:
${formatRows(matrix)}

Choose ${R} of its rows and ${C} of its columns. The entries in the chosen rows and the chosen columns, in their order, form a smaller matrix of ${formatGridSize(R, C)}. Choose them so that the sum of |x - y| over all pairs of entries x and y that stand next to each other in a row or in a column of this smaller matrix is as small as possible.

Answer with two lines: the numbers of the ${R} chosen rows in ascending order, and below them the numbers of the ${C} chosen columns in ascending order, each line separated by spaces, like this:
${placeholders(R, "a")}
${placeholders(C, "p")}`,

  answer: integerLines(2),

  score([rows, columns], { N, M, R, C, matrix, gold_answer }) {
    const countFault = findCountFault(rows, R, "row") ?? findCountFault(columns, C, "column");
    if (countFault !== undefined) return malformed(countFault);
    const fault = findIncreasingFault(rows, N) ?? findIncreasingFault(columns, M);
    if (fault !== undefined) return invalid(fault);
    return roughnessOfAll.verdict(roughness(matrix, { rows, columns }), gold_answer);
  },

  picture({ N, M, matrix }, answer) {
    const [rows, columns] = answer ?? [[], []];
    const chosen = rows
      .slice(0, N)
      .flatMap((row) => columns.slice(0, M).map((column) => [row, column]));
    return gridPicture(matrix, { clues: lineNumbers(N, M), chosen });
  },

  solve({ R, C, matrix }) {
    const { rows, columns } = smoothestSubmatrix(matrix, R, C);
    return formatRows([rows, columns]);
  },
});
