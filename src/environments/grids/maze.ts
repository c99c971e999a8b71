import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, plainText } from "../toolkit/answer-forms/text.ts";
import { gridDistances } from "../toolkit/grids/distances.ts";
import { MOVE_LETTERS, MOVES } from "../toolkit/grids/moves.ts";
import { growing } from "../toolkit/levels.ts";
import { gridPicture, movedCells } from "../toolkit/pictures/grid.ts";
import type { Random } from "../toolkit/random/random.ts";
import { redrawUntil } from "../toolkit/random/redraw.ts";
import { biasedText } from "../toolkit/random/text.ts";
import { holds, instanceOf } from "../toolkit/schemas/instances.ts";
import { sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
import { textOver } from "../toolkit/schemas/texts.ts";
import { minimising } from "../toolkit/scoring/optima.ts";
import {
  invalid,
  invalidWords,
  malformed,
  malformedWords,
  unsuccessful,
  unsuccessfulWords,
  type Verdict,
} from "../toolkit/scoring/verdicts.ts";
import { formatGrid, formatGridSize } from "../toolkit/text/grids.ts";

const DENSITIES = [0.1, 0.2, 0.3, 0.4];
const [WALL, OPEN] = ["#", "."];

const length = minimising({ beta: 3 });

// Up to this density at least some 0.3 % of all draws have a way through (sampled up to N = 200);
// beyond it, that share falls exponentially with N.
const Parameters = z
  .object({ N: sizeFrom(2, 200), density: z.number().min(0).lt(1) })
  .check(
    holds(
      "density",
      ({ N, density }) => density <= 0.4 + 1 / N,
      "must be at most 0.4 + 1/N, or hardly any maze has a way through",
    ),
  );
const Instance = instanceOf(Parameters, {
  maze: z.array(textOver(WALL + OPEN)),
  reference_answer: textOver(MOVE_LETTERS),
}).check(
  matrix("maze", "N", "N"),
  holds("maze", ({ maze }) => maze[0][0] === OPEN, "must have an open top-left cell"),
  holds(
    "reference_answer",
    (instance) => verdict(instance.reference_answer, instance).reward === 1,
    "must lead through the maze",
  ),
);

export const maze = defineEnvironment({
  id: "Maze",
  title: "Shortest maze path",
  summary: "Give a shortest sequence of moves from the top-left to the bottom-right of a maze.",
  reward: `${length.words}; ${invalidWords("illegal move")}, ${unsuccessfulWords("goal not reached")}, ${malformedWords("other character")}`,
  parameters: Parameters,
  instance: Instance,
  levels: growing({ N: 4 }, ({ N }) => DENSITIES.map((density) => ({ N, density }))),

  generate: ({ N, density }, random) =>
    redrawUntil(() => {
      const maze = drawMaze(N, density, random);
      const reference_answer = shortestWalk(maze);
      return reference_answer === undefined ? undefined : { N, density, maze, reference_answer };
    }),

  prompt: ({ N, maze }) =>
    `Here is a maze of ${formatGridSize(N, N)}, in which ${OPEN} is an open cell and ${WALL} is a wall:
${formatGrid(maze)}

Walk from the top-left cell to the bottom-right cell in as few moves as possible. A move leads from a cell to the next one on the left (L), right (R), up (U) or down (D). The walk must stay inside the maze and on open cells.

Answer with the letters of the moves in their order, on one line and without separators, like this: LRUD`,

  answer: describedAs("a line of the letters L, R, U and D", plainText),

  score: verdict,

  picture: ({ maze }, moves) =>
    gridPicture(maze, { blank: OPEN, wall: WALL, path: movedCells(moves) }),

  solve: ({ maze }) => shortestWalk(maze) ?? "",
});

function verdict(
  moves: string,
  { N, maze, reference_answer }: { N: number; maze: readonly string[]; reference_answer: string },
): Verdict {
  let [row, column] = [0, 0];
  for (let index = 0; index < moves.length; index++) {
    const step = MOVES.get(moves[index]);
    if (step === undefined) return malformed(`move ${index + 1} is not L, R, U or D`);
    row += step[0];
    column += step[1];
    const cell = maze[row]?.[column];
    if (cell === undefined) return invalid(`move ${index + 1} leaves the maze`);
    if (cell === WALL) return invalid(`move ${index + 1} runs into a wall`);
  }
  if (row !== N - 1 || column !== N - 1) {
    return unsuccessful(
      `the walk ends in row ${row + 1}, column ${column + 1}, not in the bottom-right cell`,
    );
  }
  return length.verdict(moves.length, reference_answer.length);
}

/** Independent cells, each a wall with the given probability; start and goal are open. */
function drawMaze(N: number, density: number, random: Random): string[] {
  const rows = Array.from({ length: N }, () => biasedText(N, [WALL, OPEN], density, random));
  rows[0] = OPEN + rows[0].slice(1);
  rows[N - 1] = rows[N - 1].slice(0, -1) + OPEN;
  return rows;
}

/** The moves of a shortest walk, down the distances to the goal; undefined if there is no way. */
function shortestWalk(maze: readonly string[]): string | undefined {
  const N = maze.length;
  const isOpen = (row: number, column: number) => maze[row][column] === OPEN;
  const distances = gridDistances(N, N, isOpen, [[N - 1, N - 1]]);
  let [row, column, rest] = [0, 0, distances[0][0]];
  if (rest === -1) return undefined;
  let walk = "";
  while (rest > 0) {
    rest--;
    for (const [letter, [down, right]] of MOVES) {
      if (distances[row + down]?.[column + right] !== rest) continue;
      walk += letter;
      row += down;
      column += right;
      break;
    }
  }
  return walk;
}
