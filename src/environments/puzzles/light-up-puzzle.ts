import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { counting } from "../toolkit/levels.ts";
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

const [WHITE, BLACK, BULB, DIGITS] = ["W", "B", "L", "01234"];
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
  holds(
    "reference_answer",
    ({ reference_answer, ...problem }) =>
      verdict(lines.parse(reference_answer) ?? [], problem).reward === 1,
    "must solve the puzzle",
  ),
);

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
    for (const cell of random.sample(black, Math.max(1, Math.floor(black.length * density)))) {
      cells[cell] = String(
        listBeside(cell, cells.length, M).filter((other) => bulbs.has(other)).length,
      );
    }
    const solved = cells.map((cell, index) => (bulbs.has(index) ? BULB : cell));
    return {
      MAX_N_M,
      density,
      N,
      M,
      grid: toLines(cells, M),
      reference_answer: formatGrid(toLines(solved, M)),
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

  solve({ M, grid }) {
    const cells = [...grid.join("")];
    const bulbs = findBulbs(cells, M);
    return formatGrid(
      toLines(
        cells.map((cell, index) => (bulbs[index] === 1 ? BULB : cell)),
        M,
      ),
    );
  },
});

function toLines(cells: readonly string[], M: number): string[] {
  return Array.from({ length: cells.length / M }, (_, row) =>
    cells.slice(row * M, (row + 1) * M).join(""),
  );
}

/** The cells above, below and beside a cell; cells are numbered row by row. */
function listBeside(cell: number, count: number, M: number): number[] {
  return [
    ...(cell >= M ? [cell - M] : []),
    ...(cell + M < count ? [cell + M] : []),
    ...(cell % M > 0 ? [cell - 1] : []),
    ...(cell % M < M - 1 ? [cell + 1] : []),
  ];
}

/** The other cells that a bulb in each white cell lights. */
function listViews(cells: readonly string[], M: number): number[][] {
  return cells.map((cell, start) => {
    if (cell !== WHITE) return [];
    const seen: number[] = [];
    for (const step of [-M, M, -1, 1]) {
      for (let at = start; ; ) {
        const next = at + step;
        const leavesRow = Math.abs(step) === 1 && Math.floor(next / M) !== Math.floor(at / M);
        if (cells[next] !== WHITE || leavesRow) break;
        seen.push(next);
        at = next;
      }
    }
    return seen;
  });
}

function verdict(
  rows: readonly string[],
  { N, M, grid }: { N: number; M: number; grid: readonly string[] },
): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const [cells, answered] = [[...grid.join("")], rows.join("")];
  const changed = cells.findIndex((cell, index) =>
    cell === WHITE
      ? answered[index] !== WHITE && answered[index] !== BULB
      : answered[index] !== cell,
  );
  const place = (cell: number) => `row ${Math.floor(cell / M) + 1}, column ${(cell % M) + 1}`;
  if (changed !== -1) return invalid(`${place(changed)} is changed`);
  const view = listViews(cells, M);
  const isBulb = (cell: number) => answered[cell] === BULB;
  const clash = view.findIndex((seen, cell) => isBulb(cell) && seen.some(isBulb));
  if (clash !== -1) return invalid(`the bulb in ${place(clash)} is lit by another`);
  const dark = cells.findIndex(
    (cell, index) => cell === WHITE && !isBulb(index) && !view[index].some(isBulb),
  );
  if (dark !== -1) return invalid(`${place(dark)} is not lit`);
  const numbered = [...cells.keys()].filter((cell) => DIGITS.includes(cells[cell]));
  const right = numbered.filter(
    (cell) => listBeside(cell, cells.length, M).filter(isBulb).length === Number(cells[cell]),
  );
  return numbers.verdict(right.length, numbered.length);
}

const OPEN = -1;

/**
 * Bulbs that keep all rules, 1 for a bulb: a bulb leaves what it lights without one, a cell with a
 * single possible source has it there, and numbers settle the cells beside them where all or none of
 * the open ones are needed. Then the unlit cell with the fewest possible sources is chosen, and each of
 * these tried.
 */
function findBulbs(cells: readonly string[], M: number): Int8Array {
  const view = listViews(cells, M);
  const white = [...cells.keys()].filter((cell) => cells[cell] === WHITE);
  const numbered = [...cells.keys()].filter((cell) => DIGITS.includes(cells[cell]));
  const beside = cells.map((_, cell) =>
    listBeside(cell, cells.length, M).filter((other) => cells[other] === WHITE),
  );
  const sourcesOf = (state: Int8Array, cell: number) =>
    [cell, ...view[cell]].filter((other) => state[other] === OPEN);
  const isLit = (state: Int8Array, cell: number) =>
    state[cell] === 1 || view[cell].some((other) => state[other] === 1);

  /** Puts a bulb or none into a cell; false where that cannot be. */
  function put(state: Int8Array, cell: number, value: number): boolean {
    if (state[cell] !== OPEN) return state[cell] === value;
    state[cell] = value;
    return value === 0 || view[cell].every((other) => put(state, other, 0));
  }

  /** Settles all that follows; false at a contradiction. */
  function propagate(state: Int8Array): boolean {
    for (let open = -1; ; ) {
      for (const cell of numbered) {
        const free = beside[cell].filter((other) => state[other] === OPEN);
        const rest =
          Number(cells[cell]) - beside[cell].filter((other) => state[other] === 1).length;
        if (rest < 0 || rest > free.length) return false;
        if (rest > 0 && rest < free.length) continue;
        if (!free.every((other) => put(state, other, rest > 0 ? 1 : 0))) return false;
      }
      for (const cell of white) {
        if (isLit(state, cell)) continue;
        const sources = sourcesOf(state, cell);
        if (sources.length === 0) return false;
        if (sources.length === 1 && !put(state, sources[0], 1)) return false;
      }
      const left = state.filter((value) => value === OPEN).length;
      if (left === open) return true;
      open = left;
    }
  }

  function search(before: Int8Array): Int8Array | undefined {
    const state = before.slice();
    if (!propagate(state)) return undefined;
    const dark = white.filter((cell) => !isLit(state, cell));
    if (dark.length === 0) return state;
    const choices = dark.map((cell) => sourcesOf(state, cell));
    for (const source of choices.reduce((a, b) => (b.length < a.length ? b : a))) {
      const next = state.slice();
      const found = put(next, source, 1) ? search(next) : undefined;
      if (found !== undefined) return found;
      // It holds no bulb, then.
      if (!put(state, source, 0)) return undefined;
    }
    return undefined;
  }

  const start = Int8Array.from(cells, (cell) => (cell === WHITE ? OPEN : 0));
  return search(start) ?? start;
}
