import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerList } from "../toolkit/answer-forms/integers.ts";
import { findCountFault } from "../toolkit/faults/counts.ts";
import { growing } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import {
  integerFrom,
  integerRowsFrom,
  integersFrom,
  sizeFrom,
} from "../toolkit/schemas/integers.ts";
import { lengths, matrix } from "../toolkit/schemas/lists.ts";
import { matching } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize } from "../toolkit/text/grids.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const LARGEST = 500;

const positions = matching({ beta: 5, unit: "positions right" });

const Parameters = z.object({ MAX_M_N: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  M: integerFrom(1, LARGEST),
  N: integerFrom(1, LARGEST),
  matrix: integerRowsFrom(1),
  gold_answer: integersFrom(1),
  reference_answer: z.string(),
}).check(
  matrix("matrix", "M", "N"),
  lengths(({ M, N }) => M * N, "gold_answer"),
);

type Rows = readonly (readonly number[])[];

// At level 20 an answer has up to 10,000 characters.
export const spiralMatrix = defineEnvironment({
  id: "SpiralMatrix",
  title: "Spiral reading of a matrix",
  summary:
    "List the entries of a matrix in clockwise inward spiral order from the top-left corner.",
  reward: `${positions.words}; ${invalidWords("wrong length")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_M_N: 3 }),

  generate({ MAX_M_N }, random) {
    const M = random.integer(2, MAX_M_N);
    const N = random.integer(2, MAX_M_N);
    const matrix = Array.from({ length: M }, () => random.integers(N, 1, M * N));
    const gold_answer = spiral(matrix);
    return { MAX_M_N, M, N, matrix, gold_answer, reference_answer: gold_answer.join(" ") };
  },

  prompt: ({ M, N, matrix }) =>
    `Here is a matrix of ${formatGridSize(M, N)}:
${formatRows(matrix)}

Read it in a clockwise spiral from the top left corner inwards: the top row from left to right, then the rest of the last column downwards, the rest of the bottom row from right to left and the rest of the first column upwards; then go on in the same way with the part of the matrix that is left, until every entry has been read once. For example, the matrix with the rows 1 2 3, 4 5 6 and 7 8 9 is read as 1 2 3 6 9 8 7 4 5.

Answer with the ${M * N} integers in the order in which they are read, on one line, separated by spaces, like this: ${placeholders(M * N)}`,

  answer: integerList,

  score(entries, { M, N, gold_answer }) {
    const fault = findCountFault(entries, M * N);
    if (fault !== undefined) return invalid(fault);
    return positions.verdict(countAgreements(entries, gold_answer), M * N);
  },

  picture: ({ matrix }) => gridPicture(matrix),

  solve: ({ matrix }) => spiralByPeeling(matrix).join(" "),
});

/** Ring by ring, with the bounds of the part that is left. O(M · N). */
function spiral(matrix: Rows): number[] {
  const entries: number[] = [];
  let [top, left, bottom, right] = [0, 0, matrix.length - 1, matrix[0].length - 1];
  while (top <= bottom && left <= right) {
    for (let column = left; column <= right; column++) entries.push(matrix[top][column]);
    for (let row = top + 1; row <= bottom; row++) entries.push(matrix[row][right]);
    if (top < bottom) {
      for (let column = right - 1; column >= left; column--) entries.push(matrix[bottom][column]);
    }
    if (left < right) {
      for (let row = bottom - 1; row > top; row--) entries.push(matrix[row][left]);
    }
    [top, left, bottom, right] = [top + 1, left + 1, bottom - 1, right - 1];
  }
  return entries;
}

/** Takes off the first row and turns the rest anticlockwise, again and again. */
function spiralByPeeling(matrix: Rows): number[] {
  const entries: number[] = [];
  let rest = matrix;
  while (rest.length > 0) {
    const [first, ...others] = rest;
    entries.push(...first);
    const turned = others[0]?.map((_, column) => others.map((row) => row[column])) ?? [];
    rest = turned.reverse();
  }
  return entries;
}
