import { ORTHOGONAL_STEPS } from "./moves.ts";

/** A cell of a grid, both counted from 0. */
export type Cell = readonly [row: number, column: number];

/**
 * For each cell, the fewest orthogonal steps over open cells to the nearest source; −1 where there
 * is no way, and for closed cells. Sources are open cells. Breadth-first search, O(cells).
 */
export function gridDistances(
  rowCount: number,
  columnCount: number,
  isOpen: (row: number, column: number) => boolean,
  sources: readonly Cell[],
): number[][] {
  const distances = Array.from({ length: rowCount }, () => new Array<number>(columnCount).fill(-1));
  for (const [row, column] of sources) distances[row][column] = 0;
  let frontier = sources;
  for (let distance = 1; frontier.length > 0; distance++) {
    const next: Cell[] = [];
    for (const [fromRow, fromColumn] of frontier) {
      for (const [down, right] of ORTHOGONAL_STEPS) {
        const row = fromRow + down;
        const column = fromColumn + right;
        if (distances[row]?.[column] !== -1 || !isOpen(row, column)) continue;
        distances[row][column] = distance;
        next.push([row, column]);
      }
    }
    frontier = next;
  }
  return distances;
}
