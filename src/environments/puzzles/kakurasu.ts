import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { counting } from "../toolkit/levels.ts";
import { blankRows, gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integersFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { lengths } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";
import { formatIndexed } from "../toolkit/text/indexed.ts";

const LARGEST = 200;

const sumsRight = satisfying({ beta: 10, unit: "sums right" });
const form = describedAs("lines of the characters 0 and 1", lines);

const Parameters = z.object({ MAX_N_M: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  A: integersFrom(0),
  B: integersFrom(0),
  reference_answer: z.string(),
}).check(
  lengths("N", "A"),
  lengths("M", "B"),
  rewarded("reference_answer", form, verdict, "must be a grid with the sums A and B"),
);

interface Puzzle {
  N: number;
  M: number;
  A: readonly number[];
  B: readonly number[];
  reference_answer: string;
}

export const kakurasu = defineEnvironment({
  id: "Kakurasu",
  title: "Kakurasu",
  summary: "Fill a 0/1 grid with given sums of column numbers in rows and row numbers in columns.",
  reward: `${sumsRight.words}; ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  planted: true, // grids of 15 × 15 with a share of ones near 1/4 take searches many seconds
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const rate = random.real(0.1, 0.9);
    const grid = Array.from({ length: N }, () =>
      Array.from({ length: M }, () => (random.chance(rate) ? "1" : "0")),
    );
    const { A, B } = sumsOf(grid);
    return { MAX_N_M, N, M, reference_answer: formatGrid(grid), A, B };
  },

  prompt: ({ N, M, A, B }) =>
    `A grid has ${formatGridSize(N, M)}. Its rows are numbered from 1 to ${N} from top to bottom, its columns from 1 to ${M} from left to right. Every cell is to be filled with 0 or 1, so that
- for every row i, the numbers of the columns in which row i has a 1 add up to A[i],
- for every column j, the numbers of the rows in which column j has a 1 add up to B[j].
A row or column without a 1 has the sum 0. The sums are:
${formatIndexed("A", A, 1)}
${formatIndexed("B", B, 1)}

Answer with the grid: ${N} lines of ${M} characters each, 0 or 1, without separators, like this:
${placeholderCells(N, M)}`,

  answer: form,

  score: verdict,

  picture: ({ N, M, A, B }, cells) =>
    gridPicture(blankRows(N, M), {
      clues: { ...lineNumbers(N, M, 1), right: A, bottom: B },
      filled: cells,
    }),

  solve: ({ reference_answer }) => reference_answer,
});

function verdict(rows: readonly string[], { N, M, A, B }: Puzzle): Verdict {
  const fault = findShapeFault(rows, N, M) ?? findAlphabetFault(rows.join(""), "01");
  if (fault !== undefined) return malformed(fault);
  const sums = sumsOf(rows);
  const rightRows = A.filter((sum, row) => sums.A[row] === sum).length;
  const rightColumns = B.filter((sum, column) => sums.B[column] === sum).length;
  return sumsRight.verdict(rightRows + rightColumns, N + M);
}

/** For each row the numbers of its columns with a 1, and for each column of its rows, added up. */
function sumsOf(rows: readonly ArrayLike<string>[]): { A: number[]; B: number[] } {
  const A = new Array<number>(rows.length).fill(0);
  const B = new Array<number>(rows[0].length).fill(0);
  for (let row = 0; row < A.length; row++) {
    for (let column = 0; column < B.length; column++) {
      if (rows[row][column] !== "1") continue;
      A[row] += column + 1;
      B[column] += row + 1;
    }
  }
  return { A, B };
}
