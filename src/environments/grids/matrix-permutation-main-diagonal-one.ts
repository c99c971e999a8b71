import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerLines } from "../toolkit/answer-forms/integers.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { maximumMatching } from "../toolkit/graphs/bipartite-matching.ts";
import { counting } from "../toolkit/levels.ts";
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

const GREATEST_DENSITY = 0.5;

const ones = satisfying({ beta: 5, unit: "cells of the main diagonal are 1" });

const Parameters = z.object({ N: sizeFrom(2, 300) });
const Instance = instanceOf(Parameters, {
  A: integerRowsFrom(0, 1),
  reference_answer: z.string(),
}).check(
  matrix("A", "N", "N"),
  rewarded("reference_answer", integerLines(2), verdict, "must bring ones on the main diagonal"),
);

type Rows = readonly (readonly number[])[];

export const matrixPermutationMainDiagonalOne = defineEnvironment({
  id: "MatrixPermutation_MainDiagonalOne",
  title: "Ones on the main diagonal",
  summary: "Reorder rows and columns of a 0/1 matrix so that its main diagonal holds only ones.",
  reward: `${ones.words}; ${invalidWords("no permutation")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }),

  generate({ N }, random) {
    const density = random.real(0, GREATEST_DENSITY);
    const A = Array.from({ length: N }, () =>
      Array.from({ length: N }, () => (random.chance(density) ? 1 : 0)),
    );
    const rows = random.permutation(N);
    const columns = random.permutation(N);
    for (const [index, row] of rows.entries()) A[row][columns[index]] = 1;
    return { N, A, reference_answer: formatRows([rows, columns]) };
  },

  prompt: ({ N, A }) =>
    `Here is a matrix A of ${formatGridSize(N, N)}, numbered from 0, in which every entry is 0 or 1:
${formatGrid(A.map((row) => row.join("")))}

Reorder its rows and its columns so that the main diagonal of the new matrix holds only ones: find two permutations a and b of the numbers from 0 to ${N - 1} so that for every i from 0 to ${N - 1} the entry of A in row a[i] and column b[i] is 1.

Answer with two lines: the ${N} numbers a[0], a[1] and so on, and below them the ${N} numbers b[0], b[1] and so on, each line separated by spaces, like this:
${placeholders(N, "p")}
${placeholders(N, "u")}`,

  answer: integerLines(2),

  score: verdict,

  picture: ({ N, A }, answer) => {
    const [a, b] = answer ?? [[], []];
    return gridPicture(A, { clues: lineNumbers(N, N), chosen: a.map((row, i) => [row, b[i]]) });
  },

  solve({ N, A }) {
    const columns = maximumMatching(
      A.map((row) => [...row.keys()].filter((column) => row[column] === 1)),
      N,
    );
    return formatRows([columns.map((_, row) => row), columns]);
  },
});

function verdict([rows, columns]: Rows, { N, A }: { N: number; A: Rows }): Verdict {
  const fault = findPermutationFault(rows, N) ?? findPermutationFault(columns, N);
  if (fault !== undefined) return invalid(fault);
  return ones.verdict(sum(rows.map((row, index) => A[row][columns[index]])), N);
}
