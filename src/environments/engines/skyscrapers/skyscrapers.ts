import { z } from "zod";
import { findPermutationFault } from "../../toolkit/faults/selections.ts";
import { findShapeFault } from "../../toolkit/faults/shape.ts";
import type { Random } from "../../toolkit/random/random.ts";
import { integersFrom } from "../../toolkit/schemas/integers.ts";
import type { FractionScoring } from "../../toolkit/scoring/fractions.ts";
import { invalid, malformed, type Verdict } from "../../toolkit/scoring/verdicts.ts";
import { formatRows } from "../../toolkit/text/format.ts";
import { placeholderGrid } from "../../toolkit/text/grids.ts";

/** Heights of buildings, row by row. */
export type Skyline = readonly (readonly number[])[];

/** What is told of each line from its two ends: rows from the left and right, columns from the top and bottom. */
export interface Clues {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

/** What is told of the visible ones, the first to the last and tallest. */
export type View = (visible: readonly number[]) => number;

/** The instance's fields beside N. */
export const skyscraperFields = {
  left: integersFrom(0),
  right: integersFrom(0),
  top: integersFrom(0),
  bottom: integersFrom(0),
  reference_answer: z.string(),
};

/** A grid (p[i] + q[j]) mod N of two permutations, with its clues. */
export function drawSkyline(N: number, view: View, random: Random) {
  const [p, q] = [random.permutation(N), random.permutation(N)];
  const grid = p.map((shift) => q.map((height) => (shift + height) % N));
  return { ...readClues(grid, view), reference_answer: formatRows(grid) };
}

function readClues(grid: Skyline, view: View): Record<keyof Clues, number[]> {
  const columns = grid.map((_, j) => grid.map((row) => row[j]));
  const from = (lines: Skyline) => lines.map((line) => view(findVisible(line)));
  const fromBehind = (lines: Skyline) => lines.map((line) => view(findVisible(line.toReversed())));
  return {
    left: from(grid),
    right: fromBehind(grid),
    top: from(columns),
    bottom: fromBehind(columns),
  };
}

/** The buildings that no taller one hides from the start of the line. */
function findVisible(line: readonly number[]): number[] {
  let tallest = -1;
  return line.filter((height) => {
    if (height < tallest) return false;
    tallest = height;
    return true;
  });
}

/** The prompt of a puzzle whose clues are `told`, such as "how many buildings are visible". */
export function describeSkyscrapers(N: number, clues: Clues, told: string): string {
  return `On a grid of ${N} rows and ${N} columns stand buildings, one in each cell, of heights from 0 to ${N - 1}. Every row and every column holds each of these heights exactly once.

Seen from one end of a row or column, a building is visible if no taller one stands before it. It is known ${told}:
- from the left, row by row from top to bottom: ${clues.left.join(" ")}
- from the right, row by row from top to bottom: ${clues.right.join(" ")}
- from the top, column by column from left to right: ${clues.top.join(" ")}
- from the bottom, column by column from left to right: ${clues.bottom.join(" ")}

Find heights that agree with all of this.

Answer with the heights: ${N} lines of ${N} integers each, separated by spaces, like this:
${placeholderGrid(N, N)}`;
}

/** The verdict on heights: paid by the share of clues that they agree with. */
export function judgeSkyline(
  grid: readonly number[][],
  { N, ...clues }: Clues & { readonly N: number },
  view: View,
  scoring: FractionScoring,
): Verdict {
  const wrongShape = findShapeFault(grid, N, N);
  if (wrongShape !== undefined) return malformed(wrongShape);
  for (const [i, row] of grid.entries()) {
    const fault = findPermutationFault(row, N);
    if (fault !== undefined) return invalid(`row ${i + 1}: ${fault}`);
  }
  for (const j of grid.keys()) {
    const fault = findPermutationFault(
      grid.map((row) => row[j]),
      N,
    );
    if (fault !== undefined) return invalid(`column ${j + 1}: ${fault}`);
  }
  const seen = readClues(grid, view);
  const right = SIDES.reduce(
    (count, side) => count + clues[side].filter((clue, index) => clue === seen[side][index]).length,
    0,
  );
  return scoring.verdict(right, SIDES.length * N);
}

const SIDES = ["left", "right", "top", "bottom"] as const;
