import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findAlphabetFault } from "../toolkit/faults/alphabet.ts";
import { findClueFault } from "../toolkit/faults/clues.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { FlowNetwork } from "../toolkit/graphs/max-flow.ts";
import { SPARSITIES, share, withBlanks } from "../toolkit/grids/blanks.ts";
import { growing } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { EXACT_WORDS } from "../toolkit/scoring/exact.ts";
import {
  correct,
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  partial,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const BLANK = "*";
const LARGEST = 100;

const form = describedAs("lines of the characters 0 and 1", lines);

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST), sparsity: share });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  matrix: z.array(textOver(`01${BLANK}`)),
  reference_answer: z.string(),
}).check(
  matrix(
    "matrix",
    ({ N }) => 2 * N,
    ({ M }) => 2 * M,
  ),
  rewarded("reference_answer", form, verdict, "must complete the grid"),
);

interface Puzzle {
  N: number;
  M: number;
  matrix: readonly string[];
  reference_answer: string;
}

// At level 20 an answer has up to 7,500 characters.
export const binarioNoAdjacencyRequirement = defineEnvironment({
  id: "Binario_NoAdjacencyRequirement",
  title: "Balanced binary grid",
  summary: "Complete a grid of 0s and 1s so that every row and every column is balanced.",
  reward: `${EXACT_WORDS}; ${invalidWords("given cell changed")}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ MAX_N_M: 2 }, ({ MAX_N_M }) =>
    SPARSITIES.map((sparsity) => ({ MAX_N_M, sparsity })),
  ),

  generate({ MAX_N_M, sparsity }, random) {
    const N = random.integer(2, MAX_N_M);
    const M = random.integer(2, MAX_N_M);
    const columns = random.permutation(2 * M);
    const solved = random
      .permutation(2 * N)
      .map((row) => columns.map((column) => String((row + column) % 2)));
    const matrix = withBlanks(solved, sparsity, BLANK, random).map((row) => row.join(""));
    return { MAX_N_M, sparsity, N, M, matrix, reference_answer: formatGrid(solved) };
  },

  prompt: ({ N, M, matrix }) =>
    `Here is a grid of ${formatGridSize(2 * N, 2 * M)}, in which ${BLANK} marks an empty cell:
${formatGrid(matrix)}

Fill every empty cell with 0 or 1, so that every row has exactly ${M} zeros and ${M} ones, and every column has exactly ${N} zeros and ${N} ones. The cells that are given stay as they are.

Answer with the completed grid in the same layout: ${2 * N} lines of ${2 * M} characters each, without separators, like this:
${placeholderCells(2 * N, 2 * M)}`,

  answer: form,

  score: verdict,

  picture: ({ matrix }, filled) => gridPicture(matrix, { blank: "*", filled }),

  solve: ({ matrix }) => formatGrid(balance(matrix)),
});

function verdict(rows: readonly string[], { N, M, matrix }: Puzzle): Verdict {
  const fault = findShapeFault(rows, 2 * N, 2 * M) ?? findAlphabetFault(rows.join(""), "01");
  if (fault !== undefined) return malformed(fault);
  const clue = findClueFault(rows, matrix, BLANK);
  if (clue !== undefined) return invalid(clue);
  const columns = Array.from({ length: 2 * M }, (_, column) => rows.map((row) => row[column]));
  const unbalancedRow = rows.findIndex((row) => countOnes(row) !== M);
  if (unbalancedRow !== -1) return partial(0, `row ${unbalancedRow + 1} is not balanced`);
  const unbalanced = columns.findIndex((column) => countOnes(column) !== N);
  return unbalanced === -1 ? correct() : partial(0, `column ${unbalanced + 1} is not balanced`);
}

function countOnes(cells: Iterable<string>): number {
  let count = 0;
  for (const cell of cells) if (cell === "1") count++;
  return count;
}

/** A maximum flow of the missing ones from rows through empty cells to columns: Dinic. */
function balance(matrix: readonly string[]): string[][] {
  const [height, width] = [matrix.length, matrix[0].length];
  const [source, sink] = [height + width, height + width + 1];
  const network = new FlowNetwork(height + width + 2);
  for (const [row, cells] of matrix.entries()) {
    network.addEdge(source, row, width / 2 - countOnes(cells));
  }
  for (let column = 0; column < width; column++) {
    const given = countOnes(matrix.map((cells) => cells[column]));
    network.addEdge(height + column, sink, height / 2 - given);
  }
  const edges = matrix.map((cells, row) =>
    Array.from(cells, (cell, column) =>
      cell === BLANK ? network.addEdge(row, height + column, 1) : undefined,
    ),
  );
  network.maximumFlow(source, sink);
  return matrix.map((cells, row) =>
    Array.from(cells, (cell, column) => {
      const edge = edges[row][column];
      return edge === undefined ? cell : String(network.flowThrough(edge));
    }),
  );
}
