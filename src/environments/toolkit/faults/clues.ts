/**
 * The first cell that holds something else than what is given there, as a reason; undefined if there
 * is none. Both grids, of rows that are lists or texts, have the same size.
 */
export function findClueFault<Cell>(
  rows: readonly ArrayLike<Cell>[],
  clues: readonly ArrayLike<Cell>[],
  blank: Cell,
): string | undefined {
  for (let row = 0; row < clues.length; row++) {
    for (let column = 0; column < clues[row].length; column++) {
      const clue = clues[row][column];
      if (clue === blank || clue === rows[row][column]) continue;
      return `row ${row + 1}, column ${column + 1} is not the given ${clue}`;
    }
  }
  return undefined;
}
