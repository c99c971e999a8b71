import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { MinimumCostNetwork } from "../toolkit/graphs/minimum-cost-flow.ts";
import { MOVE_LETTERS, MOVES } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { countAgreements } from "../toolkit/sequences/positions.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const LETTERS = [...MOVE_LETTERS];
const LARGEST = 60;

const changes = minimising({ beta: 5 });

const Parameters = z.object({ MAX_R_C: sizeFrom(3, LARGEST) });
const Instance = instanceOf(Parameters, {
  R: integerFrom(2, LARGEST),
  C: integerFrom(2, LARGEST),
  grid: z.array(z.array(z.enum(LETTERS))),
  gold_answer: integerFrom(0),
}).check(matrix("grid", "R", "C"));

type Grid = readonly (readonly string[])[];

export const circulatingGrid = defineEnvironment({
  id: "CirculatingGrid",
  title: "Torus arrows into cycles",
  summary: "Change as few arrows of a wrapped grid as possible so that all cells lie on cycles.",
  reward: `${changes.words}; ${invalidWords("not all on cycles")}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_R_C: 3 }),

  generate({ MAX_R_C }, random) {
    const R = random.integer(2, MAX_R_C);
    const C = random.integer(2, MAX_R_C);
    const weights = random.integers(LETTERS.length, 1, R * C);
    const grid = Array.from({ length: R }, () =>
      Array.from({ length: C }, () => LETTERS[random.weightedIndex(weights)]),
    );
    return { MAX_R_C, R, C, grid, gold_answer: countChanges(circulate(grid), grid) };
  },

  prompt: ({ R, C, grid }) =>
    `Here is a grid of ${formatGridSize(R, C)}, in which every cell holds an arrow: L, R, U or D, which points to the next cell on the left, on the right, above or below:
${formatGrid(grid)}

The grid wraps around: left of the first cell of a row is its last cell, and above the first cell of a column is its last cell, and the other way round. Change as few arrows as possible so that whoever starts in any cell and follows the arrows comes back to it. (This is so exactly when every cell is pointed to by exactly one cell.)

Answer with the grid of arrows after the changes: ${R} lines of ${C} letters each, without separators, like this:
${placeholderCells(R, C)}`,

  answer: describedAs("lines of the letters L, R, U and D", lines),

  score(rows, { R, C, grid, gold_answer }) {
    const fault = findShapeFault(rows, R, C) ?? findAlphabetFault(rows.join(""), MOVE_LETTERS);
    if (fault !== undefined) return malformed(fault);
    const isPointedTo = new Uint8Array(R * C);
    for (const [row, letters] of rows.entries()) {
      for (let column = 0; column < C; column++) {
        const target = targetOf(row, column, letters[column], R, C);
        if (isPointedTo[target] === 1) {
          const [toRow, toColumn] = [Math.floor(target / C) + 1, (target % C) + 1];
          return invalid(`two arrows point to row ${toRow}, column ${toColumn}`);
        }
        isPointedTo[target] = 1;
      }
    }
    return changes.verdict(countChanges(rows, grid), gold_answer);
  },

  picture: ({ grid }, changed) =>
    gridPicture(toArrows(grid), { filled: changed && toArrows(changed) }),

  solve: ({ grid }) => formatGrid(circulate(grid)),
});

function toArrows(grid: readonly (string | readonly string[])[]): string[][] {
  const arrows: Record<string, string> = { L: "←", R: "→", U: "↑", D: "↓" };
  return grid.map((row) => [...row].map((letter) => arrows[letter] ?? letter));
}

function countChanges(rows: readonly string[], grid: Grid): number {
  let kept = 0;
  for (const [row, letters] of rows.entries()) kept += countAgreements(letters, grid[row].join(""));
  return grid.length * grid[0].length - kept;
}

/** The number of the cell, counted row by row, to which a letter points. */
function targetOf(row: number, column: number, letter: string, R: number, C: number): number {
  const [down, right] = MOVES.get(letter) ?? [0, 0];
  return ((row + down + R) % R) * C + ((column + right + C) % C);
}

/**
 * The arrows of a perfect matching of cells to the cells they point to, in which as few as possible
 * differ from the given ones: a flow of minimum cost, of units over 4 R C edges that cost 0 or 1.
 */
function circulate(grid: Grid): string[] {
  const [R, C] = [grid.length, grid[0].length];
  const [source, sink] = [2 * R * C, 2 * R * C + 1];
  const network = new MinimumCostNetwork(2 * R * C + 2);
  const arrows = grid.map((letters, row) =>
    letters.map((present, column) => {
      const cell = row * C + column;
      network.addEdge(source, cell, 1, 0);
      network.addEdge(R * C + cell, sink, 1, 0);
      return LETTERS.map((letter) => {
        const target = targetOf(row, column, letter, R, C);
        return network.addEdge(cell, R * C + target, 1, letter === present ? 0 : 1);
      });
    }),
  );
  network.send(source, sink);
  return arrows.map((row) =>
    row
      .map((edges) => LETTERS[edges.findIndex((edge) => network.flowThrough(edge) === 1)])
      .join(""),
  );
}
