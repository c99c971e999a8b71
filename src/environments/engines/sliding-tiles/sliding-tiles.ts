import { MOVE_LETTERS, MOVES } from "../../toolkit/grids/moves.ts";

type Rows = readonly (readonly number[])[];

/** The cells of a sliding puzzle, row by row, and moves of its 0, which fail off the grid. */
export function boardOf(grid: Rows) {
  const [N, M] = [grid.length, grid[0].length];
  const cells = grid.flat();
  const start = cells.indexOf(0);
  let [row, column] = [Math.floor(start / M), start % M];
  return {
    cells,
    /** Where the 0 is. */
    zero: () => row * M + column,
    /** Moves the 0 by a letter of the moves; false, and nothing happens, where it would leave. */
    move(letter: string): boolean {
      const [down, right] = MOVES.get(letter) ?? [0, 0];
      const [toRow, toColumn] = [row + down, column + right];
      if (toRow < 0 || toRow >= N || toColumn < 0 || toColumn >= M) return false;
      const [from, to] = [row * M + column, toRow * M + toColumn];
      [cells[from], cells[to]] = [cells[to], cells[from]];
      [row, column] = [toRow, toColumn];
      return true;
    },
  };
}

const BACK: Readonly<Record<string, string>> = { U: "D", D: "U", L: "R", R: "L" };

/**
 * A shortest sequence of moves between two grids, which must exist: iterative deepening A* with the
 * sum of the Manhattan distances of the numbers but 0, never undoing the last move (Korf 1985).
 * Exponential in the number of moves.
 */
export function shortestMoves(start: Rows, destination: Rows): string {
  const M = start[0].length;
  const board = boardOf(start);
  const target = new Int32Array(board.cells.length);
  for (const [cell, number] of destination.flat().entries()) target[number] = cell;
  const distance = (number: number, cell: number) =>
    Math.abs(Math.floor(target[number] / M) - Math.floor(cell / M)) +
    Math.abs((target[number] % M) - (cell % M));
  const moves: string[] = [];

  function search(left: number, estimate: number): boolean {
    if (estimate === 0) return board.zero() === target[0];
    for (const letter of MOVE_LETTERS) {
      const from = board.zero();
      if (letter === BACK[moves[moves.length - 1]] || !board.move(letter)) continue;
      const number = board.cells[from];
      const next = estimate + distance(number, from) - distance(number, board.zero());
      moves.push(letter);
      if (next < left && search(left - 1, next)) return true;
      moves.pop();
      board.move(BACK[letter]);
    }
    return false;
  }

  let estimate = 0;
  for (const [cell, number] of board.cells.entries())
    if (number > 0) estimate += distance(number, cell);
  for (let limit = estimate; ; limit++) if (search(limit, estimate)) return moves.join("");
}
