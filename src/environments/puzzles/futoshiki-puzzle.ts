import { z } from "zod";
import {
  completeLatinSquare,
  type Inequality,
} from "../engines/futoshiki/complete-latin-square.ts";
import { defineEnvironment } from "../environment.ts";
import { integerMatrix } from "../toolkit/answer-forms/integers.ts";
import { findClueFault } from "../toolkit/faults/clues.ts";
import { findPermutationFault } from "../toolkit/faults/selections.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { SPARSITIES, share, withBlanks } from "../toolkit/grids/blanks.ts";
import { counting } from "../toolkit/levels.ts";
import { graphPicture, type ShownEdge } from "../toolkit/pictures/graph.ts";
import { gridPicture, lineNumbers } from "../toolkit/pictures/grid.ts";
import { partsPicture } from "../toolkit/pictures/parts.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix, within } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatLines, formatRows } from "../toolkit/text/format.ts";
import { formatGridSize, placeholderGrid } from "../toolkit/text/grids.ts";

const BLANK = -1;
const LARGEST = 100;
/** At most so many inequalities for each row. */
const INEQUALITY_MULTIPLE = 2;

const inequalitiesMet = satisfying({ beta: 5, unit: "inequalities hold" });

const Parameters = z.object({ N: sizeFrom(3, LARGEST), sparsity: share });
const Instance = instanceOf(Parameters, {
  inequalities: z
    .array(z.tuple([integerFrom(0), integerFrom(0), integerFrom(0), integerFrom(0)]))
    .min(1),
  matrix: integerRowsFrom(BLANK),
  reference_answer: z.string(),
}).check(
  matrix("matrix", "N", "N"),
  within("matrix", BLANK, ({ N }) => N - 1),
  within("inequalities", 0, ({ N }) => N - 1),
  holds(
    "inequalities",
    ({ N, inequalities }) => inequalities.length <= N ** 4,
    "must be at most one for each pair of cells",
  ),
  rewarded("reference_answer", integerMatrix, verdict, "must complete the square"),
);

type Rows = readonly (readonly number[])[];

interface Puzzle {
  N: number;
  inequalities: readonly Inequality[];
  matrix: Rows;
  reference_answer: string;
}

export const futoshikiPuzzle = defineEnvironment({
  id: "FutoshikiPuzzle",
  title: "Latin square with inequalities",
  summary: "Complete a Latin square so that given inequalities between cells hold.",
  reward: `${inequalitiesMet.words}; ${invalidWords("no Latin square or given cell changed")}, ${malformedWords("wrong layout")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 3 }, ({ N }) => SPARSITIES.map((sparsity) => ({ N, sparsity }))),

  generate({ N, sparsity }, random) {
    const columns = random.permutation(N);
    const solved = random.permutation(N).map((row) => columns.map((column) => (row + column) % N));
    // Each value stands in N cells: so many ordered pairs of cells have values that ascend.
    const pairCount = (N * N * (N * N - N)) / 2;
    const count = random.integer(1, Math.min(pairCount, INEQUALITY_MULTIPLE * N));
    const inequalities = new Map<string, [number, number, number, number]>();
    while (inequalities.size < count) {
      const inequality = redrawUntil(() => {
        const [x1, y1, x2, y2] = random.integers(4, 0, N - 1);
        return solved[x1][y1] < solved[x2][y2] ? ([x1, y1, x2, y2] as const) : undefined;
      });
      inequalities.set(inequality.join(), [...inequality]);
    }
    return {
      N,
      sparsity,
      reference_answer: formatRows(solved),
      inequalities: [...inequalities.values()],
      matrix: withBlanks(solved, sparsity, BLANK, random),
    };
  },

  prompt: ({ N, inequalities, matrix }) =>
    `Here is a square c of ${formatGridSize(N, N)}, both numbered from 0, in which ${BLANK} marks an empty cell; c[i][j] is the cell in row i and column j:
${formatRows(matrix)}

Replace every ${BLANK} by a number, so that every row and every column contains each of the numbers from 0 to ${N - 1} exactly once, and so that all of these inequalities hold:
${formatLines(inequalities, ([x1, y1, x2, y2]) => `c[${x1}][${y1}] < c[${x2}][${y2}]`)}
The numbers that are given stay as they are.

Answer with the completed square in the same layout: ${N} lines of ${N} numbers each, separated by spaces, like this:
${placeholderGrid(N, N)}`,

  answer: integerMatrix,

  score: verdict,

  picture({ N, matrix, inequalities }, filled) {
    const cells = [...new Set(inequalities.flatMap(([a, b, c, d]) => [a * N + b, c * N + d]))];
    const numberOf = new Map(cells.map((cell, index) => [cell, index]));
    const at = (row: number, column: number) => numberOf.get(row * N + column) ?? 0;
    const order = inequalities.map(([a, b, c, d]): ShownEdge => [at(a, b), at(c, d), "<"]);
    const labels = cells.map((cell) => `${Math.floor(cell / N)},${cell % N}`);
    const written = (filled ?? matrix).map((row) => row.map((it) => (it === -1 ? "" : it)));
    const notes = cells.map((cell) => written[Math.floor(cell / N)]?.[cell % N] ?? "");
    return partsPicture({
      Square: gridPicture(matrix, { blank: -1, clues: lineNumbers(N, N), filled }),
      Inequalities: graphPicture(cells.length, order, { directed: true, labels, notes }),
    });
  },

  solve: ({ inequalities, matrix }) => formatRows(completeLatinSquare(matrix, inequalities, BLANK)),
});

function verdict(rows: Rows, { N, inequalities, matrix }: Puzzle): Verdict {
  const shape = findShapeFault(rows, N, N);
  if (shape !== undefined) return malformed(shape);
  const columns = rows.map((_, column) => rows.map((row) => row[column]));
  for (const [name, group] of [
    ["row", rows],
    ["column", columns],
  ] as const) {
    for (const [at, line] of group.entries()) {
      const fault = findPermutationFault(line, N);
      if (fault !== undefined) return invalid(`${name} ${at}: ${fault}`);
    }
  }
  const clue = findClueFault(rows, matrix, BLANK);
  if (clue !== undefined) return invalid(clue);
  const met = inequalities.filter(([x1, y1, x2, y2]) => rows[x1][y1] < rows[x2][y2]).length;
  return inequalitiesMet.verdict(met, inequalities.length);
}
