import { z } from "zod";
import { findBulbs, isNumber, listViews, WHITE } from "../engines/light-up/find-bulbs.ts";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { namePlace, neighbourCells, toRows } from "../toolkit/grids/cells.ts";
import { ORTHOGONAL_STEPS } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { cellsOf, gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const numbers = satisfying({ beta: 10, unit: "numbers right" });

const [BLACK, BULB, DIGITS] = ["B", "L", "01234"];
const DENSITIES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const BLACK_DENSITY = { from: 0.6, to: 0.95 };
/** Beyond, looking for bulbs may take long. */
const LARGEST = 60;

const Parameters = z.object({
  MAX_N_M: sizeFrom(2, LARGEST),
  density: z.number().gt(0).lt(1),
});
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  grid: z.array(textOver(WHITE + BLACK + DIGITS)),
  reference_answer: z.string(),
}).check(
  matrix("grid", "N", "M"),
  holds("grid", ({ grid }) => grid.some((row) => /\d/.test(row)), "must have a number"),
  rewarded("reference_answer", lines, verdict, "must solve the puzzle"),
);

interface Puzzle {
  readonly N: number;
  readonly M: number;
  readonly grid: readonly string[];
  readonly reference_answer: string;
}

export const lightUpPuzzle = defineEnvironment({
  id: "LightUpPuzzle",
  title: "Light Up puzzle",
  summary:
    "Place bulbs in white cells so every white cell is lit, no bulb lights another, and numbered black cells have that many bulbs beside them.",
  reward: `${numbers.words}; ${invalidWords("a cell changed or unlit, or a bulb lit by another")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }, ({ MAX_N_M }) =>
    DENSITIES.map((density) => ({ MAX_N_M, density })),
  ),

  generate({ MAX_N_M, density }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const share = random.real(BLACK_DENSITY.from, BLACK_DENSITY.to);
    const count = Math.max(1, Math.min(Math.floor(N * M * share), N * M - 1));
    const black = random.distinctIntegers(count, 0, N * M - 1);
    const cells = new Array<string>(N * M).fill(WHITE);
    for (const cell of black) cells[cell] = BLACK;
    const view = listViews(cells, M);
    const isLit = new Array<boolean>(N * M).fill(false);
    const bulbs = new Set<number>();
    for (const cell of random.permutation(N * M)) {
      if (cells[cell] !== WHITE || isLit[cell]) continue;
      bulbs.add(cell);
      for (const other of [cell, ...view[cell]]) isLit[other] = true;
    }
    const beside = neighbourCells(N, M, ORTHOGONAL_STEPS);
    for (const cell of random.sample(black, Math.max(1, Math.floor(black.length * density)))) {
      cells[cell] = String(beside[cell].filter((other) => bulbs.has(other)).length);
    }
    const solved = cells.map((cell, index) => (bulbs.has(index) ? BULB : cell));
    return {
      MAX_N_M,
      density,
      N,
      M,
      grid: toRows(cells, M).map((row) => row.join("")),
      reference_answer: formatGrid(toRows(solved, M)),
    };
  },

  prompt: ({ N, M, grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which ${WHITE} marks a white cell, ${BLACK} a black one, and a digit a black one with a number:
${formatGrid(grid)}

Put light bulbs into white cells. A bulb lights its own cell and, in each of the four directions (up, down, left, right), all white cells up to the next black cell or the border. They must stand so that
- every white cell is lit,
- no bulb stands in a cell that another bulb lights,
- a black cell with a number has exactly so many bulbs in the up to four cells beside, above and below it.

Answer with the grid in the same layout, in which ${BULB} stands in place of ${WHITE} where a bulb is: ${N} lines of ${M} characters each, without separators, like this:
${placeholderCells(N, M)}`,

  answer: describedAs("lines of the characters W, L, B and digits", lines),

  score: verdict,

  picture({ grid }, lit) {
    const dark = ["B", "0", "1", "2", "3", "4"].flatMap((letter) => cellsOf(letter, grid) ?? []);
    const cells = (rows: readonly string[]) => rows.map((row) => row.replaceAll(/[BW]/g, " "));
    return gridPicture(cells(grid), { blank: " ", dark, filled: lit && cells(lit) });
  },

  solve({ M, grid }) {
    const cells = [...grid.join("")];
    const bulbs = findBulbs(cells, M);
    return formatGrid(
      toRows(
        cells.map((cell, index) => (bulbs[index] === 1 ? BULB : cell)),
        M,
      ),
    );
  },
});

function verdict(rows: readonly string[], { N, M, grid }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const [cells, answered] = [[...grid.join("")], rows.join("")];
  const changed = cells.findIndex((cell, index) =>
    cell === WHITE
      ? answered[index] !== WHITE && answered[index] !== BULB
      : answered[index] !== cell,
  );
  if (changed !== -1) return invalid(`${namePlace(changed, M)} is changed`);
  const view = listViews(cells, M);
  const isBulb = (cell: number) => answered[cell] === BULB;
  const clash = view.findIndex((seen, cell) => isBulb(cell) && seen.some(isBulb));
  if (clash !== -1) return invalid(`the bulb in ${namePlace(clash, M)} is lit by another`);
  const dark = cells.findIndex(
    (cell, index) => cell === WHITE && !isBulb(index) && !view[index].some(isBulb),
  );
  if (dark !== -1) return invalid(`${namePlace(dark, M)} is not lit`);
  const numbered = [...cells.keys()].filter((cell) => isNumber(cells[cell]));
  const beside = neighbourCells(N, M, ORTHOGONAL_STEPS);
  const right = numbered.filter(
    (cell) => beside[cell].filter(isBulb).length === Number(cells[cell]),
  );
  return numbers.verdict(right.length, numbered.length);
}
