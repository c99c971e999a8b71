import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { counting } from "../toolkit/levels.ts";
import { factorial } from "../toolkit/numbers/binomials.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { bigIntegerFrom, integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { nearBigInteger } from "../toolkit/scoring/single-integers.ts";
import { formatLines } from "../toolkit/text/format.ts";

/** How many supersets, and how many connected sets, gold may look at: draws beyond are refused. */
const MAX_SETS = 2_000;
const LARGEST = 40;

const side = integerFrom(1, LARGEST);

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: side,
  M: side,
  grid: z.array(z.array(z.enum([".", "X"]))),
  reference_answer: bigIntegerFrom(1n),
}).check(
  matrix("grid", "N", "M"),
  holds("grid", ({ grid }) => touchesNone(grid), "must not mark cells that touch each other"),
);

type Grid = readonly (readonly string[])[];

/**
 * At level 0 there are 58 problems, a third of them with the answer 60. As draws are refused,
 * generation takes some 15 ms at level 10, at worst 0.4 s, and 0.1 s at level 20.
 */
export const gridLocalMinimumCounting = defineEnvironment({
  id: "GridLocalMinimumCounting",
  title: "Grids with given local minima",
  summary:
    "Count fillings of a grid with 1..N·M whose local minima (8 neighbours) are exactly the marked cells.",
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    return redrawUntil(() => {
      const N = random.integer(2, MAX_N_M);
      const M = random.integer(2, MAX_N_M);
      const grid = markMinima(random.permutation(N * M), N, M);
      const reference_answer = countFillings(grid, MAX_SETS);
      return reference_answer === undefined ? undefined : { MAX_N_M, N, M, grid, reference_answer };
    });
  },

  prompt: ({ N, M, grid }) =>
    `The cells of a grid of ${N} rows and ${M} columns are filled with the integers from 1 to ${N * M}, each once. A cell is a local minimum if its number is smaller than those of all cells that touch it horizontally, vertically or diagonally (up to eight of them; fewer at the border).

Here is the grid; X marks a cell, . does not:
${formatLines(grid, (row) => row.join(""))}

In how many ways can the grid be filled so that the local minima are exactly the marked cells?

Answer with the exact number of ways as one integer, like this: n`,

  ...nearBigInteger({ beta: 10, least: 0 }, ({ grid }: { grid: Grid }) => {
    const fillings = countFillings(grid, Number.POSITIVE_INFINITY);
    return fillings ?? 0n;
  }),
});

/** Marks the local minima of numbers given row by row. */
function markMinima(numbers: readonly number[], N: number, M: number): ("." | "X")[][] {
  return Array.from({ length: N }, (_, row) =>
    Array.from({ length: M }, (_, column) => {
      const own = numbers[row * M + column];
      const around = neighbourhood(row * M + column, N, M);
      return around.every((cell) => numbers[cell] >= own) ? "X" : ".";
    }),
  );
}

/** The cell and those that touch it, as numbers row by row. */
function neighbourhood(cell: number, N: number, M: number): number[] {
  const [row, column] = [Math.floor(cell / M), cell % M];
  const cells: number[] = [];
  for (let r = Math.max(0, row - 1); r <= Math.min(N - 1, row + 1); r++) {
    for (let c = Math.max(0, column - 1); c <= Math.min(M - 1, column + 1); c++) {
      cells.push(r * M + c);
    }
  }
  return cells;
}

function markedCells(grid: Grid): number[] {
  const M = grid[0]?.length ?? 0;
  return grid.flatMap((row, r) => row.flatMap((mark, c) => (mark === "X" ? [r * M + c] : [])));
}

function touchesNone(grid: Grid): boolean {
  const [N, M] = [grid.length, grid[0]?.length ?? 0];
  const marked = new Set(markedCells(grid));
  return [...marked].every((cell) =>
    neighbourhood(cell, N, M).every((other) => other === cell || !marked.has(other)),
  );
}

/**
 * Inclusion and exclusion over the supersets of the marked cells in which no two touch: all of T are
 * local minima in (N·M)! · g(T) fillings, where g(T) = Σ g(T without s) / a(T) over the cells s that
 * may hold T's largest number, and a(T) cells are T or touch it. g is a product over the parts of T
 * whose neighbourhoods meet, and remembered for these. Undefined beyond `maxSets` supersets or parts.
 */
function countFillings(grid: Grid, maxSets: number): bigint | undefined {
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
