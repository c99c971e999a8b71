import { z } from "zod";
import { defineEnvironment } from "../environment.ts";
import { describedAs, lines } from "../toolkit/answer-forms/text.ts";
import { findShapeFault } from "../toolkit/faults/shape.ts";
import { counting } from "../toolkit/levels.ts";
import { gridPicture } from "../toolkit/pictures/grid.ts";
import { rewarded } from "../toolkit/schemas/answers.ts";
import { instanceOf } from "../toolkit/schemas/instances.ts";
import { integerFrom, sizeFrom } from "../toolkit/schemas/integers.ts";
import { matrix } from "../toolkit/schemas/lists.ts";
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
import { formatCount } from "../toolkit/text/plural.ts";

const [QUEEN, EMPTY] = ["Q", "."] as const;
/** Beyond, looking for a completion may take long. */
const LARGEST_N = 60;

const Parameters = z.object({ N: sizeFrom(2, LARGEST_N) });
const Instance = instanceOf(Parameters, {
  K: integerFrom(1, LARGEST_N),
  grid: z.array(z.array(z.enum([QUEEN, EMPTY]))),
  reference_answer: z.string(),
}).check(
  matrix("grid", "N", "N"),
  rewarded("reference_answer", lines, verdict, "must solve the puzzle"),
);

export const queenPlacement = defineEnvironment({
  id: "QueenPlacement",
  title: "Completing a queen placement",
  summary: "Add K queens to a partly filled N×N board so that no two queens attack each other.",
  reward: `${EXACT_WORDS}; ${invalidWords("given queen removed")}, ${malformedWords("wrong shape")}`,
  parameters: Parameters,
  instance: Instance,
  levels: counting({ N: 4 }),

  generate({ N }, random) {
    const attacks = new Attacks(N);
    const queens: [number, number][] = [];
    for (const cell of random.permutation(N * N)) {
      const [row, column] = [Math.floor(cell / N), cell % N];
      if (attacks.hit(row, column)) continue;
      attacks.change(row, column, 1);
      queens.push([row, column]);
    }
    const K = random.integer(1, Math.max(1, Math.floor(queens.length / 2)));
    const board = toBoard(N, queens);
    const grid = toBoard(N, random.shuffle(queens).slice(K));
    return { N, K, grid, reference_answer: formatGrid(board) };
  },

  prompt: ({ N, K, grid }) =>
    `Here is a chessboard of ${formatGridSize(N, N)}, in which ${QUEEN} marks a queen and ${EMPTY} an empty cell:
${formatGrid(grid)}

Put exactly ${formatCount(K, "more queen")} into ${K === 1 ? "an empty cell" : "empty cells"} so that no two queens on the board attack each other. Two queens attack each other if they are in the same row, in the same column or on the same diagonal, also where other queens stand between them. The queens that are given stay where they are.

Answer with the board in the same layout: ${N} lines of ${N} characters each, without separators, like this:
${placeholderCells(N, N)}`,

  answer: describedAs("lines of the characters Q and .", lines),

  score: verdict,

  picture: ({ grid }, filled) => gridPicture(grid, { blank: ".", filled }),

  solve: ({ N, K, grid }) => formatGrid(complete(N, K, grid)),
});

function toBoard(N: number, queens: readonly (readonly [number, number])[]): ("Q" | ".")[][] {
  const board = Array.from({ length: N }, () => new Array<"Q" | ".">(N).fill(EMPTY));
  for (const [row, column] of queens) board[row][column] = QUEEN;
  return board;
}

/** Which rows, columns and diagonals hold queens. */
class Attacks {
  readonly #size: number;
  readonly #lines: Int32Array;

  constructor(size: number) {
    this.#size = size;
    this.#lines = new Int32Array(6 * size);
  }

  /** Whether a queen there would be attacked. */
  hit(row: number, column: number): boolean {
    return this.#linesOf(row, column).some((line) => this.#lines[line] > 0);
  }

  /** Adds a queen, or (−1) takes it away. */
  change(row: number, column: number, by: 1 | -1): void {
    for (const line of this.#linesOf(row, column)) this.#lines[line] += by;
  }

  #linesOf(row: number, column: number): number[] {
    const size = this.#size;
    return [row, size + column, 2 * size + row + column, 5 * size + row - column];
  }
}

interface Puzzle {
  readonly N: number;
  readonly K: number;
  readonly grid: readonly (readonly string[])[];
}

function verdict(rows: readonly string[], { N, K, grid }: Puzzle): Verdict {
  const wrongShape = findShapeFault(rows, N, N);
  if (wrongShape !== undefined) return malformed(wrongShape);
  if (rows.some((row) => [...row].some((cell) => cell !== QUEEN && cell !== EMPTY))) {
    return malformed(`a character other than ${QUEEN} and ${EMPTY}`);
  }
  const attacks = new Attacks(N);
  let added = 0;
  // The first fault on the way decides.
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of [...cells].entries()) {
      const place = `row ${row + 1}, column ${column + 1}`;
      const isGiven = grid[row][column] === QUEEN;
      if (isGiven && cell !== QUEEN) return invalid(`the queen in ${place} is removed`);
      if (cell !== QUEEN) continue;
      if (attacks.hit(row, column)) return partial(0, `the queen in ${place} is attacked`);
      attacks.change(row, column, 1);
      if (!isGiven) added++;
    }
  }
  return added === K
    ? correct()
    : partial(0, `${formatCount(added, "queen")} added instead of ${K}`);
}

/**
 * The board with K more queens: a backtracking search over the rows without a given queen, each of
 * which gets one in a free column, or none as long as enough rows are left.
 */
function complete(N: number, K: number, grid: readonly (readonly string[])[]): string[][] {
  const attacks = new Attacks(N);
  const board = grid.map((row) => [...row]);
  for (const [row, cells] of grid.entries()) {
    for (const [column, cell] of cells.entries())
      if (cell === QUEEN) attacks.change(row, column, 1);
  }
  const open = [...grid.keys()].filter((row) => !grid[row].includes(QUEEN));
  const place = (index: number, left: number): boolean => {
    if (left === 0) return true;
    if (open.length - index < left) return false;
    const row = open[index];
    for (let column = 0; column < N; column++) {
      if (attacks.hit(row, column)) continue;
      attacks.change(row, column, 1);
      board[row][column] = QUEEN;
      if (place(index + 1, left - 1)) return true;
      board[row][column] = EMPTY;
      attacks.change(row, column, -1);
    }
    return place(index + 1, left);
  };
  place(0, K);
  return board;
}
