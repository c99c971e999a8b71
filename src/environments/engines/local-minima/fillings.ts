import { factorial } from "../../toolkit/numbers/binomials.ts";

/** Rows of cells, X for those marked. */
export type Grid = readonly (readonly string[])[];

/** The cell and those that touch it, as numbers row by row. */
export function neighbourhood(cell: number, N: number, M: number): number[] {
  const [row, column] = [Math.floor(cell / M), cell % M];
  const cells: number[] = [];
  for (let r = Math.max(0, row - 1); r <= Math.min(N - 1, row + 1); r++) {
    for (let c = Math.max(0, column - 1); c <= Math.min(M - 1, column + 1); c++) {
      cells.push(r * M + c);
    }
  }
  return cells;
}

/** The cells marked X, as numbers row by row. */
export function markedCells(grid: Grid): number[] {
  const M = grid[0]?.length ?? 0;
  return grid.flatMap((row, r) => row.flatMap((mark, c) => (mark === "X" ? [r * M + c] : [])));
}

/**
 * The ways to fill a grid with 1, 2, …, each once, so that the local minima are exactly the marked
 * cells, no two of which touch. Inclusion and exclusion over the supersets of these in which no two
 * cells touch: all of T are local minima in (N·M)! · g(T) fillings, where g(T) = Σ g(T without s) /
 * a(T) over the cells s that may hold T's largest number, and a(T) cells are T or touch it. g is a
 * product over the parts of T whose neighbourhoods meet, and remembered for these. Undefined beyond
 * `maxSets` supersets or parts.
 */
export function countFillings(grid: Grid, maxSets: number): bigint | undefined {
  const [N, M] = [grid.length, grid[0].length];
  const around = Array.from({ length: N * M }, (_, cell) => neighbourhood(cell, N, M));
  const supersets = supersetsOf(markedCells(grid), around, maxSets);
  if (supersets === undefined) return undefined;
  const known = new Map<string, Fraction>();
  let isRefused = false;

  /** g of a part, as a fraction whose denominator divides (size of the neighbourhood)!. */
  function shareOf(cells: readonly number[]): Fraction {
    let share: Fraction = [1n, 1n];
    for (const part of partsOf(cells, around)) share = multiply(share, shareOfPart(part));
    return share;
  }

  function shareOfPart(part: readonly number[]): Fraction {
    const key = part.join(" ");
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= maxSets) isRefused = true;
    if (isRefused) return [0n, 1n];
    const size = BigInt(new Set(part.flatMap((cell) => around[cell])).size);
    const denominator = factorial(Number(size));
    let numerator = 0n;
    for (const cell of part) {
      const [over, under] = shareOf(part.filter((other) => other !== cell));
      numerator += (over * denominator) / (under * size);
    }
    const share: Fraction = [numerator, denominator];
    known.set(key, share);
    return share;
  }

  const all = factorial(N * M);
  let total = 0n;
  for (const [cells, sign] of supersets) {
    const [over, under] = shareOf(cells);
    if (isRefused) return undefined;
    total += sign * ((all * over) / under);
  }
  return total;
}

/** The supersets in which no two cells touch, with the sign of how many are added; not beyond `most`. */
function supersetsOf(
  marked: readonly number[],
  around: readonly (readonly number[])[],
  most: number,
): [cells: number[], sign: bigint][] | undefined {
  const supersets: [number[], bigint][] = [];
  const blocked = new Int32Array(around.length);
  for (const cell of marked) for (const near of around[cell]) blocked[near]++;
  const add = (added: readonly number[], from: number, sign: bigint): boolean => {
    if (supersets.length >= most) return false;
    supersets.push([[...marked, ...added].sort((a, b) => a - b), sign]);
    for (let cell = from; cell < around.length; cell++) {
      if (blocked[cell] > 0) continue;
      for (const near of around[cell]) blocked[near]++;
      const isWithin = add([...added, cell], cell + 1, -sign);
      for (const near of around[cell]) blocked[near]--;
      if (!isWithin) return false;
    }
    return true;
  };
  return add([], 0, 1n) ? supersets : undefined;
}

type Fraction = readonly [numerator: bigint, denominator: bigint];

function multiply([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * c, b * d];
}

/** The cells by parts whose neighbourhoods hang together, each in ascending order. */
function partsOf(cells: readonly number[], around: readonly (readonly number[])[]): number[][] {
  const left = new Set(cells);
  const parts: number[][] = [];
  for (const start of cells) {
    if (!left.delete(start)) continue;
    const part = [start];
    for (const cell of part) {
      const near = new Set(around[cell]);
      for (const other of [...left]) {
        if (!around[other].some((touched) => near.has(touched))) continue;
        left.delete(other);
        part.push(other);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}
