import { z } from "zod";
import { findMines } from "../engines/minesweeping/find-mines.ts";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { namePlace, neighbourCells, toRows } from "../toolkit/grids/cells.ts";
import { STEPS_AROUND } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { cellsOf, gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
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
  rewarded("reference_answer", lines, verdict, "must solve the puzzle"),
);

interface Puzzle {
  readonly N: number;
  readonly M: number;
  readonly grid: readonly (readonly number[])[];
  readonly reference_answer: string;
}

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
    const neighbours = neighbourCells(N, M, STEPS_AROUND);
    const countOf = (cell: number) => neighbours[cell].filter((other) => isMine[other]).length;
    const grid = toRows(
      isMine.map((_, cell) => (shown.has(cell) ? countOf(cell) : UNKNOWN)),
      M,
    );
    const reference_answer = formatMines(isMine, M);
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

  picture: ({ grid }, cells) => gridPicture(grid, { blank: -1, chosen: cellsOf("*", cells) }),

  solve({ N, M, grid }) {
    const found = findMines(grid.flat(), neighbourCells(N, M, STEPS_AROUND));
    return formatMines(
      Array.from(found, (mine) => mine === 1),
      M,
    );
  },
});

function formatMines(isMine: readonly boolean[], M: number): string {
  return formatGrid(
    toRows(
      isMine.map((mine) => (mine ? MINE : EMPTY)),
      M,
    ),
  );
}

function verdict(rows: readonly string[], { N, M, grid }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const cells = rows.join("");
  if ([...cells].some((cell) => cell !== MINE && cell !== EMPTY)) {
    return malformed(`a character other than ${MINE} and ${EMPTY}`);
  }
  const clues = grid.flat();
  const covered = clues.findIndex((clue, cell) => clue !== UNKNOWN && cells[cell] === MINE);
  if (covered !== -1) {
    return invalid(`${namePlace(covered, M)} holds a number`);
  }
  const neighbours = neighbourCells(N, M, STEPS_AROUND);
  let [right, total] = [0, 0];
  for (const [cell, clue] of clues.entries()) {
    if (clue === UNKNOWN) continue;
    total++;
    if (neighbours[cell].filter((other) => cells[other] === MINE).length === clue) right++;
  }
  return numbers.verdict(right, total);
}
