import { z } from "zod";
import { findBlackCells, isConnected, listLines } from "../engines/hitori/find-black-cells.ts";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { namePlace, neighbourCells, toRows } from "../toolkit/grids/cells.ts";
import { ORTHOGONAL_STEPS } from "../toolkit/grids/moves.ts";
import { counting } from "../toolkit/levels.ts";
import { cellsOf, gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerRowsFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { satisfying } from "../toolkit/scoring/fractions.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatRows } from "../toolkit/text/format.ts";
import { formatGrid, formatGridSize, placeholderCells } from "../toolkit/text/grids.ts";

const linesRight = satisfying({ beta: 10, unit: "rows and columns without repetitions" });

const [KEPT, BLACK] = [".", "*"];
/** Beyond, looking for a pattern may take long. */
const LARGEST = 40;

const Parameters = z.object({ MAX_N_M: sizeFrom(2, LARGEST) });
const Instance = instanceOf(Parameters, {
  N: sizeFrom(1, LARGEST),
  M: sizeFrom(1, LARGEST),
  matrix: integerRowsFrom(0, 2 * LARGEST),
  reference_answer: z.string(),
}).check(
  matrix("matrix", "N", "M"),
  rewarded("reference_answer", lines, verdict, "must solve the puzzle"),
);

interface Puzzle {
  readonly N: number;
  readonly M: number;
  readonly matrix: readonly (readonly number[])[];
  readonly reference_answer: string;
}

export const hitoriPuzzle = defineEnvironment({
  id: "HitoriPuzzle",
  title: "Hitori puzzle",
  summary:
    "Black out cells so rows and columns have no repeats, blacks do not touch and the rest stays connected.",
  reward: `${linesRight.words}; ${invalidWords("blacks that touch or cut the rest")}, ${malformedWords("wrong shape or character")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ MAX_N_M: 4 }),

  generate({ MAX_N_M }, random) {
    const [N, M] = random.integers(2, 2, MAX_N_M);
    const neighbours = neighbourCells(N, M, ORTHOGONAL_STEPS);
    const isBlack = new Array<boolean>(N * M).fill(false);
    const numbers = new Array<number>(N * M).fill(0);
    const keptInLine = Array.from({ length: N + M }, () => new Set<number>());
    for (const cell of random.permutation(N * M)) {
      const [row, column] = [keptInLine[Math.floor(cell / M)], keptInLine[N + (cell % M)]];
      const seen = [...new Set([...row, ...column])];
      if (
        random.chance(0.5) &&
        seen.length > 0 &&
        !neighbours[cell].some((other) => isBlack[other])
      ) {
        isBlack[cell] = true;
        if (isConnected(neighbours, (other) => !isBlack[other])) {
          numbers[cell] = random.choice(seen);
          continue;
        }
        isBlack[cell] = false;
      }
      let least = 0;
      while (row.has(least) || column.has(least)) least++;
      numbers[cell] = least;
      row.add(least);
      column.add(least);
    }
    const reference_answer = formatGrid(
      toRows(
        isBlack.map((black) => (black ? BLACK : KEPT)),
        M,
      ),
    );
    return { MAX_N_M, N, M, matrix: toRows(numbers, M), reference_answer };
  },

  prompt: ({ N, M, matrix }) =>
    `Here is a grid of ${formatGridSize(N, M)}:
${formatRows(matrix)}

Black out cells so that
- no row and no column holds a number more than once among the cells that are kept,
- no two cells that are blacked out are side by side or one below the other,
- the cells that are kept are connected: from each one leads a way to every other by steps to the next cell above, below, on the left or on the right, over kept cells only.

Answer with a grid in which ${BLACK} marks a cell that is blacked out and ${KEPT} one that is kept: ${N} lines of ${M} characters each, without separators, like this:
${placeholderCells(N, M)}`,

  answer: describedAs("lines of the characters . and *", lines),

  score: verdict,

  picture: ({ matrix }, cells) => gridPicture(matrix, { chosen: cellsOf("*", cells) }),

  solve({ N, M, matrix }) {
    const marks = Array.from(findBlackCells(matrix.flat(), N, M), (black) =>
      black === 1 ? BLACK : KEPT,
    );
    return formatGrid(toRows(marks, M));
  },
});

function verdict(rows: readonly string[], { N, M, matrix }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, M);
  if (wrongShape !== undefined) return malformed(wrongShape);
  const cells = rows.join("");
  if ([...cells].some((cell) => cell !== KEPT && cell !== BLACK)) {
    return malformed(`a character other than ${KEPT} and ${BLACK}`);
  }
  const neighbours = neighbourCells(N, M, ORTHOGONAL_STEPS);
  const touching = neighbours.findIndex(
    (others, cell) => cells[cell] === BLACK && others.some((other) => cells[other] === BLACK),
  );
  if (touching !== -1) {
    return invalid(`${namePlace(touching, M)} touches another black cell`);
  }
  if (!isConnected(neighbours, (cell) => cells[cell] === KEPT)) {
    return invalid("the kept cells are not connected");
  }
  const numbers = matrix.flat();
  const inLines = listLines(N, M).filter((line) => {
    const kept = line.filter((cell) => cells[cell] === KEPT).map((cell) => numbers[cell]);
    return new Set(kept).size === kept.length;
  });
  return linesRight.verdict(inLines.length, N + M);
}
