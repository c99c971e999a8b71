import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { maximumMatching } from "../toolkit/graphs/bipartite-matching.ts";
import { growing } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const CELLS = ["#", "x", "*"] as const;
const [WALL, BLOCKED, FREE] = CELLS;
const BOMB = "B";
const LARGEST = 200;

const bombs = maximising({ beta: 3 });

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  grid: z.array(z.array(z.enum(CELLS))),
  gold_answer: integerFrom(0),
}).check(matrix("grid", "N", "M"));

type Grid = readonly (readonly string[])[];

export const maxNoConflictingBombs = defineEnvironment({
  id: "MaxNoConflictingBombs",
  title: "Most bombs without conflicts",
  summary: "Place as many bombs on a grid as possible, with a wall between any two in one line.",
  reward: `${bombs.words}; ${invalidWords("other cell changed or conflict")}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const weights = random.integers(CELLS.length, 1, N * M);
    const grid = Array.from({ length: N }, () =>
      Array.from({ length: M }, () => CELLS[random.weightedIndex(weights)]),
    );
    return { MAX_N_M, N, M, grid, gold_answer: countBombs(placeBombs(grid)) };
  },

  prompt: ({ N, M, grid }) =>
    `Here is a grid of ${formatGridSize(N, M)}, in which ${WALL} is a wall, ${FREE} a free cell, and ${BLOCKED} a cell that is neither wall nor free:
${formatGrid(grid)}

Place bombs on free cells. Two bombs in the same row or in the same column conflict unless there is at least one wall between them; cells marked ${BLOCKED} and free cells between them do not help. Place as many bombs as possible so that no two conflict.

Answer with the grid in which every free cell that gets a bomb is replaced by ${BOMB} and all other cells stay as they are: ${N} lines of ${M} characters each, without separators, like this:
${placeholderCells(N, M)}`,

  answer: describedAs(`the lines of a grid of the characters ${WALL}, x, * and ${BOMB}`, lines),

  score(rows, { N, M, grid, gold_answer }) {
    const fault = findShapeFault(rows, N, M);
    if (fault !== undefined) return malformed(fault);
    for (const [row, cells] of grid.entries()) {
      for (const [column, cell] of cells.entries()) {
        const answered = rows[row][column];
        if (answered === cell || (cell === FREE && answered === BOMB)) continue;
        return invalid(`the ${cell} in row ${row + 1}, column ${column + 1} was changed`);
      }
    }
    for (const runs of Object.values(runsOf(grid))) {
      const hasBomb = new Set<number>();
      for (const [row, cells] of runs.entries()) {
        for (const [column, run] of cells.entries()) {
          if (rows[row][column] !== BOMB) continue;
          if (hasBomb.has(run)) {
            return invalid(
              `the bomb in row ${row + 1}, column ${column + 1} conflicts with another`,
            );
          }
          hasBomb.add(run);
        }
      }
    }
    return bombs.verdict(countBombs(rows), gold_answer);
  },

  picture: ({ grid }, filled) => gridPicture(grid, { blank: "*", wall: "#", filled }),

  solve: ({ grid }) => formatGrid(placeBombs(grid)),
});

function countBombs(rows: readonly string[]): number {
  return rows.join("").split(BOMB).length - 1;
}

/** For each cell, the number of its run: the cells of its row, and of its column, between walls. */
function runsOf(grid: Grid): { inRow: number[][]; inColumn: number[][] } {
  const inRow = grid.map((cells) => cells.map(() => 0));
  const inColumn = grid.map((cells) => cells.map(() => 0));
  let [rowRuns, columnRuns] = [0, 0];
  for (const [row, cells] of grid.entries()) {
    for (const column of cells.keys()) {
      const left = column === 0 || cells[column - 1] === WALL;
      const above = row === 0 || grid[row - 1][column] === WALL;
      inRow[row][column] = left ? rowRuns++ : inRow[row][column - 1];
      inColumn[row][column] = above ? columnRuns++ : inColumn[row - 1][column];
    }
  }
  return { inRow, inColumn };
}

/**
 * A bomb takes its run in the row and its run in the column, each for itself: a maximum matching of
 * runs, with an edge for each free cell. O(N M √(N M)).
 */
function placeBombs(grid: Grid): string[] {
  const { inRow, inColumn } = runsOf(grid);
  const size = grid.length * grid[0].length;
  const crossing = Array.from({ length: size }, (): number[] => []);
  for (const [row, cells] of grid.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell === FREE) crossing[inRow[row][column]].push(inColumn[row][column]);
    }
  }
  const partner = maximumMatching(crossing, size);
  return grid.map((cells, row) =>
    cells
      .map((cell, column) => {
        const isMatched = partner[inRow[row][column]] === inColumn[row][column];
        return cell === FREE && isMatched ? BOMB : cell;
      })
      .join(""),
  );
}
