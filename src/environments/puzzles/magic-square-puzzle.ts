import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findClueFault } from "../toolkit/faults/clues.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { SPARSITIES, share, withBlanks } from "../toolkit/grids/blanks.ts";
import { recurrence } from "../toolkit/levels.ts";
import { sum } from "../toolkit/numbers/sums.ts";
import type { Random } from "../toolkit/random/random.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

const lines = satisfying({ beta: 10, unit: "lines have the right sum" });

const BLANK = 0;
/** Far beyond any use: a square of 10,000 cells. */
const LARGEST_N = 100;

const Parameters = z.object({
  N: sizeFrom(3, LARGEST_N),
  sparsity: share,
});
const Instance = instanceOf(Parameters, {
  grid: integerRowsFrom(BLANK),
  reference_answer: z.string(),
}).check(
  matrix("grid", "N", "N"),
  within("grid", BLANK, ({ N }) => N * N),
  rewarded("reference_answer", integerMatrix, verdict, "must complete the square"),
);

type Square = readonly (readonly number[])[];

interface Puzzle {
  readonly N: number;
  readonly grid: Square;
  readonly reference_answer: string;
}

export const magicSquarePuzzle = defineEnvironment({
  id: "MagicSquarePuzzle",
  title: "Magic square completion",
  summary:
    "Fill the blanks so that 1..N² appear once each and every row, column and both diagonals have the same sum.",
  reward: `${lines.words}; ${invalidWords("a number twice or a clue changed")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  planted: true, // with a fifth of a large square blank, no known search finds its next to only completion
  levels: recurrence(
    { N: 3 },
    ({ N }) => ({ N: (N + 1) % 4 === 2 ? N + 2 : N + 1 }),
    ({ N }) => SPARSITIES.map((sparsity) => ({ N, sparsity })),
  ),

  generate({ N, sparsity }, random) {
    const square = drawImage(drawSquare(N, random), random);
    const grid = withBlanks(square, sparsity, BLANK, random);
    return { N, sparsity, grid, reference_answer: formatRows(square) };
  },

  prompt: ({ N, grid }) =>
    `Here is a grid of ${formatGridSize(N, N)}, in which ${BLANK} marks a blank cell:
${formatRows(grid)}

Replace every ${BLANK} by an integer so that
- the grid holds each of the integers from 1 to ${N * N} exactly once,
- the sum of every row, of every column and of both diagonals is ${magicSum(N)}.
The integers that are given stay as they are.

Answer with the completed grid in the same layout: ${N} lines of ${N} integers each, separated by spaces, like this:
${placeholderGrid(N, N)}`,

  answer: integerMatrix,

  score: verdict,

  solve: ({ reference_answer }) => reference_answer,
});

function magicSum(N: number): number {
  return (N * (N * N + 1)) / 2;
}

function verdict(rows: readonly number[][], { N, grid }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, N);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const fault = findPermutationFault(rows.flat(), N * N, 1) ?? findClueFault(rows, grid, BLANK);
  if (fault !== undefined) return invalid(fault);
  const all = [
    ...rows,
    ...rows.map((_, column) => rows.map((row) => row[column])),
    rows.map((row, index) => row[index]),
    rows.map((row, index) => row[N - 1 - index]),
  ];
  const right = all.filter((line) => sum(line) === magicSum(N)).length;
  return lines.verdict(right, all.length);
}

/** A magic square of order N: of two auxiliary squares where N is odd or a multiple of 4, else by LUX. */
function drawSquare(N: number, random: Random): number[][] {
  if (N % 2 === 1) return drawOdd(N, random);
  return N % 4 === 0 ? drawDoublyEven(N, random) : toSinglyEven(drawOdd(N / 2, random));
}

function fill(N: number, value: (row: number, column: number) => number): number[][] {
  return Array.from({ length: N }, (_, row) =>
    Array.from({ length: N }, (_, column) => value(row, column)),
  );
}

/** Two orthogonal Latin squares, whose one broken diagonal each holds the mean. */
function drawOdd(N: number, random: Random): number[][] {
  const mean = (N - 1) / 2;
  const withMeanAt = (place: number) => {
    const values = random.permutation(N);
    const at = values.indexOf(mean);
    [values[at], values[place]] = [values[place], values[at]];
    return values;
  };
  const [alpha, beta] = [withMeanAt(N - 1), withMeanAt(0)];
  return fill(N, (i, j) => N * alpha[(i + j) % N] + beta[(i - j + N) % N] + 1);
}

/** Rows and columns numbered symmetrically, and the values on a pattern replaced by their complements. */
function drawDoublyEven(N: number, random: Random): number[][] {
  const [a, b] = [drawSymmetric(N, random), drawSymmetric(N, random)];
  return fill(N, (i, j) => {
    const value = N * a[i] + b[j] + 1;
    return i % 4 === j % 4 || (i % 4) + (j % 4) === 3 ? N * N + 1 - value : value;
  });
}

/** Conway's LUX: each cell of an odd square becomes a block of four values, in one of three orders. */
function toSinglyEven(odd: Square): number[][] {
  const k = (odd.length - 1) / 2;
  const [L, U, X] = [
    [4, 1, 2, 3],
    [1, 4, 2, 3],
    [1, 4, 3, 2],
  ];
  const orderOf = (i: number, j: number) => {
    if (j === k && (i === k || i === k + 1)) return i === k ? U : L;
    return i <= k ? L : i === k + 1 ? U : X;
  };
  return fill(2 * odd.length, (row, column) => {
    const [i, j] = [row >> 1, column >> 1];
    return 4 * (odd[i][j] - 1) + orderOf(i, j)[2 * (row % 2) + (column % 2)];
  });
}

/** A permutation of 0..N − 1 that takes opposite places to opposite values. */
function drawSymmetric(N: number, random: Random): number[] {
  const half = Math.floor(N / 2);
  const values = new Array<number>(N).fill((N - 1) / 2);
  for (const [place, pair] of random.permutation(half).entries()) {
    values[place] = random.chance(0.5) ? pair : N - 1 - pair;
    values[N - 1 - place] = N - 1 - values[place];
  }
  return values;
}

/** The square under a random map that keeps all sums. */
function drawImage(square: Square, random: Random): number[][] {
  const N = square.length;
  const order = drawSymmetric(N, random);
  const isComplemented = random.chance(0.5);
  const isTransposed = random.chance(0.5);
  const [flipsRows, flipsColumns] = [random.chance(0.5), random.chance(0.5)];
  return fill(N, (row, column) => {
    const [i, j] = isTransposed ? [column, row] : [row, column];
    const value = square[order[flipsRows ? N - 1 - i : i]][order[flipsColumns ? N - 1 - j : j]];
    return isComplemented ? N * N + 1 - value : value;
  });
}
