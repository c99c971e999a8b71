import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { counting } from "../toolkit/levels.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const numbers = satisfying({ beta: 10, unit: "numbers right" });

const [MINE, EMPTY] = ["*", "."];
const UNKNOWN = -1;
const DENSITIES = [0.6, 0.7, 0.8, 0.9, 0.95];
const MINE_DENSITY = { from: 0.4, to: 0.7 };
/** Beyond, looking for mines may take long. */
const LARGEST = 60;

const Parameters = z.object({
  MAX_N_M: sizeFrom(2, LARGEST),
  density: z.number().gt(0).lt(1),
});
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  grid: integerRowsFrom(UNKNOWN, 8),
  reference_answer: z.string(),
}).check(
  matrix("grid", "N", "M"),
  holds(
    "grid",
    ({ grid }) => grid.some((row) => row.some((cell) => cell !== UNKNOWN)),
    "must have a number",
  ),
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) =>
      verdict(lines.parse(reference_answer) ?? [], problem).reward === 1,
    "must solve the puzzle",
  ),
);

type Grid = readonly (readonly number[])[];

export const minesweeping = defineEnvironment({
  id: "Minesweeping",
  title: "Minesweeper grid construction",
  summary:
    "Place mines in a grid so that every given number equals its count of neighbouring mines.",
  reward: `${numbers.words}; ${invalidWords("mine on a number")}, ${malformedWords("wrong shape or character")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 4 }, ({ MAX_N_M }) =>
    DENSITIES.map((density) => ({ MAX_N_M, density })),
  ),

  generate({ MAX_N_M, density }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const share = random.real(MINE_DENSITY.from, MINE_DENSITY.to);
    const mines = Math.max(1, Math.min(Math.floor(N * M * share), N * M - 1));
    const isMine = new Array<boolean>(N * M).fill(false);
    for (const cell of random.distinctIntegers(mines, 0, N * M - 1)) isMine[cell] = true;
    const empty = [...isMine.keys()].filter((cell) => !isMine[cell]);
    const shown = new Set(random.sample(empty, Math.max(1, Math.floor(empty.length * density))));
    const neighbours = listNeighbours(N, M);
    const countOf = (cell: number) => neighbours[cell].filter((other) => isMine[other]).length;
    const grid = toRows(N, M, (cell) => (shown.has(cell) ? countOf(cell) : UNKNOWN));
    const reference_answer = formatGrid(toRows(N, M, (cell) => (isMine[cell] ? MINE : EMPTY)));
    return { MAX_N_M, density, N, M, grid, reference_answer };
  },

  prompt: ({ N, M, grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which ${UNKNOWN} marks a cell without a number:
${formatRows(grid)}

Put mines into cells without a number so that every number is the count of mines in the up to eight cells around it (side by side, one below the other, or diagonal).

Answer with a grid in which ${MINE} marks a mine and ${EMPTY} every other cell, those with numbers included: ${N} lines of ${M} characters each, without separators, like this:
${placeholderCells(N, M)}`,

  answer: describedAs("lines of the characters * and .", lines),

  score: verdict,

  solve({ N, M, grid }) {
    const isMine = findMines(grid.flat(), listNeighbours(N, M));
    return formatGrid(toRows(N, M, (cell) => (isMine[cell] === 1 ? MINE : EMPTY)));
  },
});

function toRows<Value>(N: number, M: number, value: (cell: number) => Value): Value[][] {
  return Array.from({ length: N }, (_, row) =>
    Array.from({ length: M }, (_, column) => value(row * M + column)),
  );
}

/** The cells around each cell; cells are numbered row by row. */
function listNeighbours(N: number, M: number): number[][] {
  return Array.from({ length: N * M }, (_, cell) => {
    const [row, column] = [Math.floor(cell / M), cell % M];
    const around: number[] = [];
    for (let i = Math.max(0, row - 1); i <= Math.min(N - 1, row + 1); i++) {
      for (let j = Math.max(0, column - 1); j <= Math.min(M - 1, column + 1); j++) {
        if (i !== row || j !== column) around.push(i * M + j);
      }
    }
    return around;
  });
}

function verdict(
  rows: readonly string[],
  { N, M, grid }: { N: number; M: number; grid: Grid },
): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const cells = rows.join("");
  if ([...cells].some((cell) => cell !== MINE && cell !== EMPTY)) {
    return malformed(`a character other than ${MINE} and ${EMPTY}`);
  }
  const clues = grid.flat();
  const covered = clues.findIndex((clue, cell) => clue !== UNKNOWN && cells[cell] === MINE);
  if (covered !== -1) {
    return invalid(
      `row ${Math.floor(covered / M) + 1}, column ${(covered % M) + 1} holds a number`,
    );
  }
  const neighbours = listNeighbours(N, M);
  let [right, total] = [0, 0];
  for (const [cell, clue] of clues.entries()) {
    if (clue === UNKNOWN) continue;
    total++;
    if (neighbours[cell].filter((other) => cells[other] === MINE).length === clue) right++;
  }
  return numbers.verdict(right, total);
}

const OPEN = -1;

/**
 * Mines that all numbers agree with: 1 for a mine, 0 for none, −1 where it does not matter. Numbers
 * whose missing mines are all or none of their open cells settle these; else an open cell of the number
 * with the fewest is tried both ways. Groups of numbers without a common open cell are solved one
 * after the other, each once.
 */
function findMines(
  clues: readonly number[],
  neighbours: readonly (readonly number[])[],
): Int8Array {
  const state = Int8Array.from(clues, (clue) => (clue === UNKNOWN ? OPEN : 0));
  const settled: number[] = [];
  const openAround = (cell: number) => neighbours[cell].filter((other) => state[other] === OPEN);
  const numbersAround = (cell: number) =>
    neighbours[cell].filter((other) => clues[other] !== UNKNOWN);
  const missing = (cell: number) =>
    clues[cell] - neighbours[cell].filter((other) => state[other] === 1).length;

  /** Settles what follows from these numbers; false at a contradiction. */
  function propagate(queue: number[]): boolean {
    for (let cell = queue.pop(); cell !== undefined; cell = queue.pop()) {
      const [open, rest] = [openAround(cell), missing(cell)];
      if (rest < 0 || rest > open.length) return false;
      if (rest !== 0 && rest !== open.length) continue;
      for (const other of open) {
        state[other] = rest === 0 ? 0 : 1;
        settled.push(other);
        queue.push(...numbersAround(other));
      }
    }
    return true;
  }

  /** The unsettled numbers among these, in groups that have open cells in common. */
  function group(cells: readonly number[]): number[][] {
    const seen = new Set<number>();
    const groups: number[][] = [];
    for (const start of cells) {
      if (seen.has(start) || openAround(start).length === 0) continue;
      const members = [start];
      seen.add(start);
      for (const member of members) {
        for (const other of openAround(member).flatMap(numbersAround)) {
          if (seen.has(other)) continue;
          seen.add(other);
          members.push(other);
        }
      }
      groups.push(members);
    }
    return groups;
  }

  function solve(cells: readonly number[]): boolean {
    return group(cells).every((members) => {
      const tightest = members.reduce((a, b) =>
        openAround(b).length < openAround(a).length ? b : a,
      );
      const [cell] = openAround(tightest);
      return [1, 0].some((value) => {
        const before = settled.length;
        state[cell] = value;
        settled.push(cell);
        if (propagate(numbersAround(cell)) && solve(members)) return true;
        for (const undone of settled.splice(before)) state[undone] = OPEN;
        return false;
      });
    });
  }

  const all = [...clues.keys()].filter((cell) => clues[cell] !== UNKNOWN);
  if (propagate([...all])) solve(all);
  return state;
}
