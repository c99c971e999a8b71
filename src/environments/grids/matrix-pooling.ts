import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { growing } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { MonotoneQueue } from "../toolkit/sequences/monotone-queue.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

const LARGEST = 300;

const cells = matching({ beta: 5, unit: "maxima right" });

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  K: integerFrom(1, LARGEST),
  matrix: integerRowsFrom(0),
  gold_answer: integerRowsFrom(0),
  reference_answer: z.string(),
}).check(
  holds("K", ({ N, M, K }) => K <= Math.min(N, M), "must be at most N and M"),
  matrix("matrix", "N", "M"),
  matrix(
    "gold_answer",
    ({ N, K }) => N - K + 1,
    ({ M, K }) => M - K + 1,
  ),
);

type Rows = readonly (readonly number[])[];

// At level 20 an answer has up to 13,000 characters.
export const matrixPooling = defineEnvironment({
  id: "MatrixPooling",
  title: "Max pooling of a matrix",
  summary: "Compute the maximum of every K×K window of a matrix.",
  reward: `${cells.words}; ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(3, MAX_N_M);
    const M = random.integer(3, MAX_N_M);
    const K = random.integer(2, Math.min(N, M) - 1);
    const matrix = Array.from({ length: N }, () => random.integers(M, 0, N * M));
    const gold_answer = windowMaxima(matrix, K);
    return { MAX_N_M, N, M, K, matrix, gold_answer, reference_answer: formatRows(gold_answer) };
  },

  prompt: ({ N, M, K, matrix }) =>
    `Here is a matrix of ${formatGridSize(N, M)}:
${formatRows(matrix)}

Compute its max pooling with a window of ${K} × ${K} entries, which moves by one entry at a time and never reaches beyond the matrix: the result is a matrix of ${formatGridSize(N - K + 1, M - K + 1)}, whose entry in row i and column j is the largest of the entries in the rows i to i + ${K - 1} and the columns j to j + ${K - 1} of the given matrix.

Answer with the ${N - K + 1} rows of the result, one a line, each with ${M - K + 1} integers separated by spaces, like this:
${placeholderGrid(N - K + 1, M - K + 1)}`,

  answer: integerMatrix,

  score(rows, { N, M, K, gold_answer }) {
    const fault = findShapeFault(rows, N - K + 1, M - K + 1);
    if (fault !== undefined) return malformed(fault);
    const matched = sum(rows.map((row, index) => countAgreements(row, gold_answer[index])));
    return cells.verdict(matched, (N - K + 1) * (M - K + 1));
  },

  picture: ({ matrix }) => gridPicture(matrix),

  solve: ({ matrix, K }) => formatRows(windowMaximaDirectly(matrix, K)),
});

/** The maxima along the rows, and of these along the columns. O(N · M) by monotone queues. */
function windowMaxima(matrix: Rows, K: number): number[][] {
  const alongRows = matrix.map((row) => slidingMaxima(row, K));
  return transpose(transpose(alongRows).map((column) => slidingMaxima(column, K)));
}

function slidingMaxima(values: readonly number[], K: number): number[] {
  const window = new MonotoneQueue((a, b) => values[a] > values[b]);
  const maxima: number[] = [];
  for (const index of values.keys()) {
    window.push(index);
    window.dropBefore(index - K + 1);
    if (index >= K - 1) maxima.push(values[window.best]);
  }
  return maxima;
}

function transpose(rows: Rows): number[][] {
  return rows[0].map((_, column) => rows.map((row) => row[column]));
}

/** Window by window. O(N · M · K²). */
function windowMaximaDirectly(matrix: Rows, K: number): number[][] {
  const places = (length: number) => Array.from({ length: length - K + 1 }, (_, index) => index);
  return places(matrix.length).map((top) =>
    places(matrix[0].length).map((left) => {
      const rows = matrix.slice(top, top + K).map((row) => Math.max(...row.slice(left, left + K)));
      return Math.max(...rows);
    }),
  );
}
