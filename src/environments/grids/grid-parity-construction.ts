import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { ORTHOGONAL_STEPS } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { cellsOf, gridPicture } from "../toolkit/pictures/grid.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import { malformed, malformedWords, type Verdict } from "../toolkit/scoring/verdicts.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const LARGEST = 200;
const CELLS = "01";

const parities = satisfying({ beta: 5, unit: "parities hold" });

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  parity: integerRowsFrom(0, 1),
  reference_answer: z.string(),
}).check(
  matrix("parity", "N", "M"),
  holds(
    "reference_answer",
    (instance) => verdict(lines.parse(instance.reference_answer) ?? [], instance).reward === 1,
    "must be a grid with these parities",
  ),
);

type Rows = readonly (readonly number[])[];

export const gridParityConstruction = defineEnvironment({
  id: "GridParityConstruction",
  title: "Grid from cross parities",
  summary: "Construct a 0/1 grid in which the crosses around all cells have given parities.",
  reward: `${parities.words}; ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const density = random.unit();
    const grid = Array.from({ length: N }, () => biasedText(M, ["1", "0"], density, random));
    return { MAX_N_M, N, M, reference_answer: formatGrid(grid), parity: crossParities(grid) };
  },

  prompt: ({ N, M, parity }) =>
    `Here is a grid of parities, of ${formatGridSize(N, M)}:
${formatGrid(parity.map((row) => row.join("")))}

Fill another grid of the same size with 0 and 1. The cross of a cell is the cell itself with the cells directly above, below, on the left and on the right of it, as far as they are inside the grid. For every cell, the number of ones in its cross must be odd where the grid of parities has a 1 and even where it has a 0.

Answer with ${N} lines of ${M} characters each, 0 or 1, without separators, like this:
${placeholderCells(N, M)}`,

  answer: describedAs("lines of the characters 0 and 1", lines),

  score: verdict,

  picture: ({ parity }, cells) => gridPicture(parity, { chosen: cellsOf("1", cells) }),

  solve: ({ parity }) => formatGrid(gridOfParities(parity).map((row) => row.join(""))),
});

function verdict(
  grid: readonly string[],
  { N, M, parity }: { N: number; M: number; parity: Rows },
): Verdict {
  const fault = findShapeFault(grid, N, M) ?? findAlphabetFault(grid.join(""), CELLS);
  if (fault !== undefined) return malformed(fault);
  let met = 0;
  for (const [row, cells] of crossParities(grid).entries()) {
    for (const [column, odd] of cells.entries()) if (odd === parity[row][column]) met++;
  }
  return parities.verdict(met, N * M);
}

function crossParities(grid: readonly string[]): number[][] {
  const at = (row: number, column: number) => (grid[row]?.[column] === "1" ? 1 : 0);
  return grid.map((cells, row) =>
    Array.from(cells, (_, column) => {
      let odd = at(row, column);
      for (const [down, right] of ORTHOGONAL_STEPS) odd ^= at(row + down, column + right);
      return odd;
    }),
  );
}

/**
 * A grid with these parities, which some grid must have. The first row is unknown, and each further
 * row follows from the parities above it: every cell is a sum of first-row cells (bits 0 to M − 1)
 * and a constant (bit M). The row below the last must be 0, which gives M equations modulo 2.
 * Elimination, O(M² (N + M)) bit operations.
 */
function gridOfParities(parity: Rows): number[][] {
  const M = parity[0].length;
  const constant = 1n << BigInt(M);
  let above = new Array<bigint>(M).fill(0n);
  const rows = [above.map((_, column) => 1n << BigInt(column))];
  for (const [row, odd] of parity.entries()) {
    const cells = rows[row];
    rows.push(
      cells.map((cell, column) => {
        const beside = (cells[column - 1] ?? 0n) ^ (cells[column + 1] ?? 0n);
        return cell ^ beside ^ above[column] ^ (odd[column] === 1 ? constant : 0n);
      }),
    );
    above = cells;
  }
  const first = solutionModulo2(rows.pop() ?? [], M) | constant;
  return rows.map((cells) => cells.map((cell) => parityOf(cell & first)));
}

/** An assignment of bits 0 to `count` − 1 that makes every equation, with constant, even. */
function solutionModulo2(equations: readonly bigint[], count: number): bigint {
  const rest = [...equations];
  const pivots: [bit: bigint, equation: bigint][] = [];
  for (let index = 0; index < count; index++) {
    const bit = 1n << BigInt(index);
    const at = rest.findIndex((equation) => (equation & bit) !== 0n);
    if (at === -1) continue;
    const [pivot] = rest.splice(at, 1);
    for (const [other, equation] of rest.entries()) {
      if ((equation & bit) !== 0n) rest[other] = equation ^ pivot;
    }
    pivots.push([bit, pivot]);
  }
  // Unknowns without a pivot stay 0; the others follow from the last one backwards.
  let solution = 1n << BigInt(count);
  for (const [bit, equation] of pivots.reverse()) {
    if (parityOf(equation & solution) === 1) solution |= bit;
  }
  return solution;
}

function parityOf(bits: bigint): number {
  let odd = 0;
  for (const digit of bits.toString(16)) odd ^= 0x6996 >> Number.parseInt(digit, 16);
  return odd & 1;
}
