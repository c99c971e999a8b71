import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerLines } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { exactCover } from "../toolkit/graphs/exact-cover.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { invalid, invalidWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, formatGridSize } from "../toolkit/text/grids.ts";
import { placeholders } from "../toolkit/text/placeholders.ts";

const GREATEST_DENSITY = 0.25;

const ones = satisfying({ beta: 5, unit: "cells of the diagonals are 1" });

const Parameters = z.object({ N: sizeFrom(2, 300) });
const Instance = instanceOf(Parameters, {
  A: integerRowsFrom(0, 1),
  reference_answer: z.string(),
}).check(
  matrix("A", "N", "N"),
  rewarded("reference_answer", integerLines(2), verdict, "must bring ones on both diagonals"),
);

type Rows = readonly (readonly number[])[];

export const matrixPermutationBothDiagonalOne = defineEnvironment({
  id: "MatrixPermutation_BothDiagonalOne",
  title: "Ones on both diagonals",
  summary: "Reorder rows and columns of a 0/1 matrix so that both diagonals hold only ones.",
  reward: `${ones.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: recurrence(
    3,
    (N) => N + 2,
    (N) => [{ N }, { N: N + 1 }],
  ),

  generate({ N }, random) {
    const density = random.real(0, GREATEST_DENSITY);
    const A = Array.from({ length: N }, () =>
      Array.from({ length: N }, () => (random.chance(density) ? 1 : 0)),
    );
    const rows = random.permutation(N);
    const columns = random.permutation(N);
    for (const [index, row] of rows.entries()) {
      A[row][columns[index]] = 1;
      A[row][columns[N - 1 - index]] = 1;
    }
    return { N, A, reference_answer: formatRows([rows, columns]) };
  },

  prompt: ({ N, A }) =>
    `Here is a matrix A of ${formatGridSize(N, N)}, numbered from 0, in which every entry is 0 or 1:
${formatGrid(A.map((row) => row.join("")))}

Reorder its rows and its columns so that both diagonals of the new matrix hold only ones: find two permutations a and b of the numbers from 0 to ${N - 1} so that for every i from 0 to ${N - 1} the entry of A in row a[i] and column b[i] is 1, and so is the entry in row a[i] and column b[${N - 1} - i].

Answer with two lines: the ${N} numbers a[0], a[1] and so on, and below them the ${N} numbers b[0], b[1] and so on, each line separated by spaces, like this:
${placeholders(N, "p")}
${placeholders(N, "u")}`,

  answer: integerLines(2),

  score: verdict,

  picture: ({ N, A }, answer) => {
    const [a, b] = answer ?? [[], []];
    const chosen = a.flatMap((row, i) => [
      [row, b[i]],
      [row, b[N - 1 - i]],
    ]);
    return gridPicture(A, { clues: lineNumbers(N, N), chosen });
  },

  solve({ N, A }) {
    const [rows, columns] = [new Array<number>(N), new Array<number>(N)];
    const corners = blocksOfOnes(A);
    // A centre is an element of its own, which one block of one row and one column covers.
    const blocks = corners.map(([r, s, c, d]) =>
      r === s ? [r, N + c, 2 * N] : [r, s, N + c, N + d],
    );
    let position = 0;
    for (const index of exactCover(2 * N + (N % 2), blocks) ?? []) {
      const [r, s, c, d] = corners[index];
      const first = r === s ? (N - 1) / 2 : position++;
      [rows[first], rows[N - 1 - first]] = [r, s];
      [columns[first], columns[N - 1 - first]] = [c, d];
    }
    return formatRows([rows, columns]);
  },
});

function verdict([rows, columns]: Rows, { N, A }: { N: number; A: Rows }): Verdict {
  const fault = findPermutationFault(rows, N) ?? findPermutationFault(columns, N);
  if (fault !== undefined) return invalid(fault);
  const main = rows.map((row, index) => A[row][columns[index]]);
  const other = rows.map((row, index) => A[row][columns[N - 1 - index]]);
  const isCentre = (index: number) => 2 * index === N - 1;
  const found = sum(main) + sum(other.filter((_, index) => !isCentre(index)));
  return ones.verdict(found, 2 * N - (N % 2));
}

type Block = readonly [row: number, otherRow: number, column: number, otherColumn: number];

/**
 * Positions i and N − 1 − i on the diagonals hold two rows that have ones in the same two columns;
 * the centre of an odd matrix holds one row and one column. So the rows and columns must be split
 * into such blocks, an exact cover.
 */
function blocksOfOnes(A: Rows): Block[] {
  const N = A.length;
  const blocks: Block[] = [];
  for (const [r, row] of A.entries()) {
    for (let s = r + 1; s < N; s++) {
      const common = [...row.keys()].filter((column) => row[column] === 1 && A[s][column] === 1);
      for (const [at, c] of common.entries()) {
        for (const d of common.slice(at + 1)) blocks.push([r, s, c, d]);
      }
    }
    if (N % 2 === 0) continue;
    for (const [c, entry] of row.entries()) if (entry === 1) blocks.push([r, r, c, c]);
  }
  return blocks;
}
