import { z } from "zod";
import type { Random } from "../random/random.ts";

/** The shares of blank cells that the levels of a puzzle offer. */
export const SPARSITIES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** A share of cells: blank ones, or those that show something. */
export const share = z.number().gt(0).lt(1);

/** ⌊count · part⌋, but at least 1. */
export function countOfShare(count: number, part: number): number {
  return Math.max(1, Math.trunc(count * part));
}

/** The grid with a share of its cells, uniformly chosen and at least one, replaced by `blank`. */
export function withBlanks<Cell>(
  rows: readonly (readonly Cell[])[],
  sparsity: number,
  blank: Cell,
  random: Random,
): Cell[][] {
  const width = rows[0].length;
  const cellCount = rows.length * width;
  const blanked = rows.map((row) => [...row]);
  const blankCount = countOfShare(cellCount, sparsity);
  for (const cell of random.distinctIntegers(blankCount, 0, cellCount - 1)) {
    blanked[Math.floor(cell / width)][cell % width] = blank;
  }
  return blanked;
}
