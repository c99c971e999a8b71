/** The moves to a cell's four neighbours by their letters, as [rows down, columns right]. */
export const MOVES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["L", [0, -1]],
  ["R", [0, 1]],
  ["U", [-1, 0]],
  ["D", [1, 0]],
]);

/** The letters of the moves. */
export const MOVE_LETTERS = [...MOVES.keys()].join("");
