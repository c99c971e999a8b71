/** The moves to a cell's four neighbours by their letters, as [rows down, columns right]. */
export const MOVES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ["L", [0, -1]],
  ["R", [0, 1]],
  ["U", [-1, 0]],
  ["D", [1, 0]],
]);

/** The letters of the moves. */
export const MOVE_LETTERS = [...MOVES.keys()].join("");

/** The steps to a cell's four neighbours, as [rows down, columns right]. */
export const ORTHOGONAL_STEPS: readonly (readonly [number, number])[] = [...MOVES.values()];
