import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { FlowNetwork } from "../toolkit/graphs/max-flow.ts";
import { ORTHOGONAL_STEPS } from "../toolkit/grids/moves.ts";
import { growing } from "../toolkit/levels.ts";
import { cellsOf, gridPicture } from "../toolkit/pictures/grid.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { maximising } from "../toolkit/scoring/optima.ts";
import { invalid, invalidWords, malformed, malformedWords } from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const SELECTED = "1";
const LARGEST = 100;

const total = maximising({ beta: 3 });

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: integerFrom(1, LARGEST),
  M: integerFrom(1, LARGEST),
  matrix: integerRowsFrom(1, 1_000_000),
  gold_answer: integerFrom(1),
}).check(matrix("matrix", "N", "M"));

type Rows = readonly (readonly number[])[];

export const maximumIndependentSetGrid = defineEnvironment({
  id: "MaximumIndependentSetGrid",
  title: "Heaviest non-adjacent grid cells",
  summary: "Select cells of a grid, no two sharing a side, with the greatest total value.",
  reward: `${total.words}; ${invalidWords("adjacent cells")}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 3 }),

  generate({ MAX_N_M }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const matrix = Array.from({ length: N }, () => random.integers(M, 1, Math.max(N, M)));
    return { MAX_N_M, N, M, matrix, gold_answer: totalOf(heaviest(matrix), matrix) };
  },

  prompt: ({ N, M, matrix }) =>
    `Here is a grid of ${formatGridSize(N, M)} of values:
${formatRows(matrix)}

Select cells so that no two selected cells share a side and the sum of their values is as large as possible.

Answer with ${N} lines of ${M} digits each, without separators, in the layout of the grid: ${SELECTED} for a selected cell and 0 for any other, like this:
${placeholderCells(N, M)}`,

  answer: describedAs("lines of the characters 0 and 1", lines),

  score(rows, { N, M, matrix, gold_answer }) {
    const fault = findShapeFault(rows, N, M) ?? findAlphabetFault(rows.join(""), `0${SELECTED}`);
    if (fault !== undefined) return malformed(fault);
    for (let row = 0; row < N; row++) {
      for (let column = 0; column < M; column++) {
        if (rows[row][column] !== SELECTED) continue;
        const isBeside = rows[row][column + 1] === SELECTED;
        if (!isBeside && rows[row + 1]?.[column] !== SELECTED) continue;
        const [other, way] = isBeside ? ["the next", "right"] : ["the one", "below"];
        return invalid(`row ${row + 1}, column ${column + 1} and ${other} ${way} are selected`);
      }
    }
    return total.verdict(totalOf(rows, matrix), gold_answer);
  },

  picture: ({ matrix }, cells) => gridPicture(matrix, { chosen: cellsOf("1", cells) }),

  solve: ({ matrix }) => formatGrid(heaviest(matrix)),
});

function totalOf(rows: readonly string[], matrix: Rows): number {
  let sum = 0;
  for (const [row, values] of matrix.entries()) {
    for (const [column, value] of values.entries()) {
      if (rows[row][column] === SELECTED) sum += value;
    }
  }
  return sum;
}

/**
 * What is not selected touches every pair of neighbours: a minimum cut of the network from the cells
 * of one colour of a chessboard, whose capacities are their values, to those of the other (Kőnig).
 * Dinic, O((N M)³) in the worst case.
 */
function heaviest(matrix: Rows): string[] {
  const [N, M] = [matrix.length, matrix[0].length];
  const [source, sink] = [N * M, N * M + 1];
  const network = new FlowNetwork(N * M + 2);
  const isBlack = (row: number, column: number) => (row + column) % 2 === 0;
  for (const [row, values] of matrix.entries()) {
    for (const [column, value] of values.entries()) {
      const cell = row * M + column;
      if (!isBlack(row, column)) {
        network.addEdge(cell, sink, value);
        continue;
      }
      network.addEdge(source, cell, value);
      for (const [down, right] of ORTHOGONAL_STEPS) {
        const [toRow, toColumn] = [row + down, column + right];
        if (matrix[toRow]?.[toColumn] === undefined) continue;
        network.addEdge(cell, toRow * M + toColumn, Number.POSITIVE_INFINITY);
      }
    }
  }
  network.maximumFlow(source, sink);
  const reached = network.reachableFrom(source);
  return matrix.map((values, row) =>
    values
      .map((_, column) => {
        const isReached = reached[row * M + column] === 1;
        return isReached === isBlack(row, column) ? SELECTED : "0";
      })
      .join(""),
  );
}
