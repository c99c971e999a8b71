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

/** The steps to all eight cells around one, diagonal ones included. */
export const STEPS_AROUND: readonly (readonly [number, number])[] = [-1, 0, 1].flatMap((down) =>
  [-1, 0, 1].flatMap((right): [number, number][] =>
    down === 0 && right === 0 ? [] : [[down, right]],
  ),
);
