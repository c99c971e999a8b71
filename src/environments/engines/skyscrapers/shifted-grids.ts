import type { Clues } from "./skyscrapers.ts";
import { canMatch, type End, linesShownBy } from "./views.ts";

/** Columns (or rows), filled with 0..N−1 from both ends, as all lines across see them. */
interface Side {
  readonly N: number;
  /** Those of the lines across, by line. */
  readonly ends: readonly [End, End];
  readonly values: number[];
  /** By value: the place that has it, −1 for none. */
  readonly placeOf: Int8Array;
  count: number;
  free: number;
}

/**
 * A grid (p[i] + q[j]) mod N, N ≤ 30, that agrees with sums of visible heights on all sides; undefined
 * if there is none. Adding to q what is taken off p changes nothing, so q begins with 0.
 *
 * Columns and rows are filled from both ends towards the middle, always that of them for which fewer
 * values are possible. A row of p = s meets its tallest building in the column of q = N − 1 − s, and as
 * soon as that is filled from one end, its sum from there is known. After each step, the values of p
 * must find rows whose clues they may still show, each another one (a bipartite matching), and so must
 * those of q columns. Exponential.
 */
export function findShiftedGrid(N: number, clues: Clues): number[][] | undefined {
  const columns = toSide(N, clues.left, clues.right);
  const rows = toSide(N, clues.top, clues.bottom);

  const isPossible = () => canMatch(optionsOf(columns, rows)) && canMatch(optionsOf(rows, columns));

  function possibleValues(side: Side, other: Side): number[] {
    const place = nextPlace(side);
    const options = optionsOf(other, side);
    return [...side.placeOf.keys()].filter((value) => {
      if (((side.free >>> value) & 1) === 0 || ((options[value] >>> place) & 1) === 0) return false;
      return withValue(side, value, isPossible);
    });
  }

  function search(): boolean {
    if (columns.free === 0 && rows.free === 0) return true;
    const forColumns = columns.free === 0 ? undefined : possibleValues(columns, rows);
    if (forColumns?.length === 0) return false;
    const forRows = rows.free === 0 ? undefined : possibleValues(rows, columns);
    const isRow =
      forColumns === undefined || (forRows !== undefined && forRows.length < forColumns.length);
    const side = isRow ? rows : columns;
    return ((isRow ? forRows : forColumns) ?? []).some((value) => withValue(side, value, search));
  }

  if (!withValue(columns, 0, search)) return undefined;
  return rows.values.map((shift) => columns.values.map((value) => (shift + value) % N));
}

function toSide(N: number, first: readonly number[], last: readonly number[]): Side {
  const toEnd = (clues: readonly number[]): End => ({
    sums: new Int32Array(N),
    tallest: new Int32Array(N).fill(-1),
    behind: new Int32Array(N),
    clues,
  });
  return {
    N,
    ends: [toEnd(first), toEnd(last)],
    values: new Array<number>(N).fill(0),
    placeOf: new Int8Array(N).fill(-1),
    count: 0,
    free: 2 ** N - 1,
  };
}

function nextPlace({ N, count }: Side): number {
  return count % 2 === 0 ? count / 2 : N - (count + 1) / 2;
}

/** For each value of the lines across: the lines, as bits, that may have it by what they show. */
function optionsOf(side: Side, across: Side): number[] {
  const { N, ends, free } = side;
  return Array.from(across.placeOf, (place, value) => {
    // The heights where nothing stands yet, but for the tallest.
    const heights = ((free << value) | (free >>> (N - value))) & (2 ** (N - 1) - 1);
    const open = place === -1 ? openPlaces(across) : 1 << place;
    const lines = linesShownBy(value, ends[0], ends[1], heights, open);
    return linesShownBy(value, ends[1], ends[0], heights, lines);
  });
}

/** The places not filled yet, as bits: those between the ones filled from both ends. */
function openPlaces({ N, count }: Side): number {
  const first = Math.ceil(count / 2);
  const last = N - Math.floor(count / 2);
  return (2 ** last - 1) & ~(2 ** first - 1);
}

/** What comes of it if the next place has a value, which is taken back then. */
function withValue(side: Side, value: number, goOn: () => boolean): boolean {
  const { N, ends, count } = side;
  const place = nextPlace(side);
  const { sums, tallest, behind } = ends[count % 2];
  const saved = [sums.slice(), tallest.slice(), behind.slice()];
  for (let shift = 0; shift < N; shift++) {
    const height = (shift + value) % N;
    if (tallest[shift] === N - 1) behind[shift] = ((behind[shift] >>> height) | 1) << height;
    if (height <= tallest[shift]) continue;
    tallest[shift] = height;
    sums[shift] += height;
  }
  side.placeOf[value] = place;
  side.free &= ~(1 << value);
  side.count++;
  const isFound = goOn();
  // Inner values are noted first, on the way back from a grid that is found.
  if (isFound) side.values[place] = value;
  side.count = count;
  side.free |= 1 << value;
  side.placeOf[value] = -1;
  sums.set(saved[0]);
  tallest.set(saved[1]);
  behind.set(saved[2]);
  return isFound;
}
