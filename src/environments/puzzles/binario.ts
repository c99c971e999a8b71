import { countedLines } from "../engines/counted-lines/puzzle.ts";
import { defineEnvironment } from "../environment.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";

const EMPTY = -1;

export const binario = defineEnvironment({
  id: "Binario",
  title: "Binario with line counts",
  summary: "Fill a 0/1 grid with no three equal cells in a row and given counts of ones.",
  ...countedLines({
    start: 2,
    ruleText: "no three consecutive cells of a row or of a column are equal",
    broken: "three equal consecutive cells",
    /** State: 0 at the start; else 1 + 2 · last cell, one more after two equal cells. */
    rule: {
      stateCount: 5,
      next(state, bit) {
        const single = 1 + 2 * bit;
        if (state === single + 1) return -1;
        return state === single ? single + 1 : single;
      },
    },
    draw: (N, M, random) => redrawUntil(() => drawGrid(N, M, random)),
  }),
});

/** Cells that, both of one value, force the other one here, as pairs of [rows down, columns right]. */
const PAIRS = [
  [
    [0, -2],
    [0, -1],
  ],
  [
    [0, -1],
    [0, 1],
  ],
  [
    [0, 1],
    [0, 2],
  ],
  [
    [-2, 0],
    [-1, 0],
  ],
  [
    [-1, 0],
    [1, 0],
  ],
  [
    [1, 0],
    [2, 0],
  ],
] as const;

/**
 * Cells in random order get random values; what these force is filled at once. Undefined where a
 * cell is forced both ways. O(cells).
 */
function drawGrid(N: number, M: number, random: Random): number[][] | undefined {
  const cells = Array.from({ length: N }, () => new Array<number>(M).fill(EMPTY));
  for (const drawn of random.permutation(N * M)) {
    if (cells[Math.floor(drawn / M)][drawn % M] !== EMPTY) continue;
    cells[Math.floor(drawn / M)][drawn % M] = random.integer(0, 1);
    const filled = [drawn];
    for (const cause of filled) {
      for (const cell of around(cause, N, M)) {
        const [row, column] = [Math.floor(cell / M), cell % M];
        const forced = forcedValues(cells, row, column);
        if (forced.length === 0) continue;
        if (forced.length === 2) return undefined;
        if (cells[row][column] === EMPTY) {
          cells[row][column] = forced[0];
          filled.push(cell);
        } else if (cells[row][column] !== forced[0]) return undefined;
      }
    }
  }
  return cells;
}

/** The cells at most two steps away in the same row or column. */
function around(cell: number, N: number, M: number): number[] {
  const [row, column] = [Math.floor(cell / M), cell % M];
  const near: number[] = [];
  for (const step of [-2, -1, 1, 2]) {
    if (row + step >= 0 && row + step < N) near.push((row + step) * M + column);
    if (column + step >= 0 && column + step < M) near.push(row * M + column + step);
  }
  return near;
}

/** The values that pairs of equal cells force on a cell: none, one or both. */
function forcedValues(cells: readonly number[][], row: number, column: number): number[] {
  const forced = new Set<number>();
  for (const [[down, right], [further, across]] of PAIRS) {
    const first = cells[row + down]?.[column + right] ?? EMPTY;
    const second = cells[row + further]?.[column + across] ?? EMPTY;
    if (first !== EMPTY && first === second) forced.add(1 - first);
  }
  return [...forced];
}
