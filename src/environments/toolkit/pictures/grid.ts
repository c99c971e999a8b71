import type { GridPicture, TooLarge } from "../../../picture.ts";
import { MOVES } from "../grids/moves.ts";
import {
  type Chosen,
  findExcess,
  isIndex,
  present,
  type Shown,
  toLabel,
  toMarks,
} from "./marks.ts";

/** A row of a grid: a letter or a value a cell; null: no cell is there. */
export type ShownRow = string | readonly (Shown | null)[];

/** A cell: its row and its column, from 0. */
export type Place = readonly (number | bigint)[];

type Clue = Shown | null;

/** How a grid looks. */
export interface GridLook {
  /** The value of cells that are shown empty, such as 0 or ".". */
  readonly blank?: Shown;
  /** The value of cells that are walls. */
  readonly wall?: Shown;
  /** Further cells that are walls, and keep what stands in them. */
  readonly dark?: readonly Place[];
  /** Rows and columns of the boxes between which lines are thick, as in a Sudoku. */
  readonly boxes?: readonly [rows: number, columns: number];
  /** The region of each cell, where lines between regions are thick. */
  readonly regions?: readonly (readonly number[])[];
  /** What stands around the grid, a clue a line; null or undefined: none. */
  readonly clues?: Partial<
    Record<"top" | "right" | "bottom" | "left", readonly Clue[] | undefined>
  >;
  readonly signs?: GridPicture["signs"];
  /** The cells that the answer chose. */
  readonly chosen?: readonly Place[] | undefined;
  /** Of each cell the group into which the answer puts it. */
  readonly groups?: readonly ShownRow[] | undefined;
  /** The grid as the answer fills it: its cells take the place of those that differ. */
  readonly filled?: readonly ShownRow[] | undefined;
  /** Cells through which the answer goes. */
  readonly path?: readonly Place[] | undefined;
}

/** A grid or board, and what an answer chose of it or wrote in it. O(cells + answer). */
export function gridPicture(
  rows: readonly ShownRow[],
  look: GridLook = {},
): GridPicture | TooLarge {
  const { blank, wall, dark = [], clues, signs, filled, path } = look;
  const cells = rows.reduce((total, row) => total + row.length, 0);
  const excess = findExcess({ cells: Math.max(cells, rows.length) });
  if (excess) return excess;
  const given = rows.map((row) => [...row]);
  const marks = toCellMarks(given, look);
  const isInside = ([y, x]: readonly [number, number]) => isIndex(x, given[y]?.length ?? 0);
  const walls = dark.map(toCell).filter(isInside);
  const shown = given.map((row, y) =>
    row.map((cell, x) => {
      if (cell === null) return null;
      if (cell === wall) walls.push([y, x]);
      const written = filled?.[y]?.[x];
      const isWritten = written != null && String(written) !== String(cell);
      if (isWritten) marks[y][x] = 1;
      const value = isWritten ? written : cell;
      return value === blank || value === wall ? "" : toLabel(value);
    }),
  );
  const isMarked = marks.some((row) => row.some((mark) => mark > 0));
  const walked = path
    ?.map(toCell)
    .filter(isInside)
    .slice(0, 4 * cells);
  return present({
    kind: "grid" as const,
    cells: shown,
    walls: walls.length > 0 ? walls : undefined,
    regions: toRegions(given, look),
    clues: clues && toClues(clues),
    signs,
    marks: isMarked ? marks : undefined,
    paths: walked?.length ? [walked] : undefined,
  });
}

/** Values in a row, numbered from `base` on, and what an answer chose of them. */
export function rowPicture(
  values: ShownRow,
  { base = 0, ...chosen }: Chosen & { readonly base?: number } = {},
): GridPicture | TooLarge {
  const marks = toMarks(values.length, chosen, base).map((mark) => mark ?? 0);
  const picture = gridPicture([values], { clues: { top: [...values].map((_, it) => it + base) } });
  return picture.kind === "grid" && marks.some((mark) => mark > 0)
    ? { ...picture, marks: [marks] }
    : picture;
}

/** A grid in which nothing is written yet. O(rows + columns): its rows are one. */
export function blankRows(rows: number, columns: number): (readonly string[])[] {
  const row = Array.from({ length: columns }, () => "");
  return Array.from({ length: rows }, () => row);
}

/** A row for each set, with a dot in the columns of its members, which are numbered from `base` on. */
export function memberRows(
  sets: readonly (readonly number[])[],
  count: number,
  base = 0,
): string[][] {
  return sets.map((set) => {
    const members = new Set(set);
    return Array.from({ length: count }, (_, column) => (members.has(column + base) ? "●" : ""));
  });
}

/** The numbers of rows and columns as clues, from `base` on. */
export function lineNumbers(rows: number, columns: number, base = 0) {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + base);
  return { left: numbers(rows), top: numbers(columns) };
}

/** The cells in which a letter or value stands. */
export function cellsOf(
  value: Shown,
  rows: readonly ShownRow[] | undefined,
): [number, number][] | undefined {
  return rows?.flatMap((row, y) =>
    [...row].flatMap((cell, x): [number, number][] => (cell === value ? [[y, x]] : [])),
  );
}

/** The cells that moves of the letters L, R, U and D pass, the first one included. */
export function movedCells(
  moves: string | undefined,
  [row, column]: readonly [number, number] = [0, 0],
): [number, number][] | undefined {
  if (moves === undefined) return undefined;
  const cells: [number, number][] = [[row, column]];
  let [y, x] = [row, column];
  for (const move of moves) {
    const step = MOVES.get(move);
    if (step === undefined) break;
    [y, x] = [y + step[0], x + step[1]];
    cells.push([y, x]);
  }
  return cells;
}

function toCell([row, column]: Place): [number, number] {
  return [Number(row), Number(column)];
}

function toCellMarks(rows: readonly unknown[][], { chosen = [], groups }: GridLook): number[][] {
  const grouped = groups && toMarks(rows.flat().length, { groups: fitRows(rows, groups) });
  let cell = 0;
  const marks = rows.map((row) => row.map(() => grouped?.[cell++] ?? 0));
  for (const [y, x] of chosen.map(toCell)) {
    if (isIndex(x, marks[y]?.length ?? 0)) marks[y][x] = 1;
  }
  return marks;
}

/** The groups of all cells in a row; empty where an answer has none. */
function fitRows(rows: readonly unknown[][], groups: readonly ShownRow[]): Shown[] {
  return rows.flatMap((row, y) => row.map((_, x) => groups[y]?.[x] ?? ""));
}

function toRegions(rows: readonly unknown[][], { boxes, regions }: GridLook) {
  if (regions !== undefined) return regions.map((row) => [...row]);
  if (boxes === undefined) return undefined;
  const [height, width] = boxes;
  return rows.map((row, y) =>
    row.map((_, x) => Math.floor(y / height) * row.length + Math.floor(x / width)),
  );
}

function toClues(clues: NonNullable<GridLook["clues"]>): GridPicture["clues"] {
  const { top, right, bottom, left } = clues;
  const texts = (side?: readonly Clue[]) =>
    side?.map((clue) => (clue === null ? "" : toLabel(clue)));
  return present({
    top: texts(top),
    right: texts(right),
    bottom: texts(bottom),
    left: texts(left),
  });
}
