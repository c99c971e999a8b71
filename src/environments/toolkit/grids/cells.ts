/** The cells of a grid, which are numbered row by row, as its rows. */
export function toRows<Value>(cells: ArrayLike<Value>, width: number): Value[][] {
  return Array.from({ length: cells.length / width }, (_, row) =>
    Array.from({ length: width }, (_, column) => cells[row * width + column]),
  );
}

/** For each cell of a grid, numbered row by row, those that lie these steps from it, inside. */
export function neighbourCells(
  height: number,
  width: number,
  steps: readonly (readonly [down: number, right: number])[],
): number[][] {
  return Array.from({ length: height * width }, (_, cell) => {
    const around: number[] = [];
    for (const [down, right] of steps) {
      const [row, column] = [Math.floor(cell / width) + down, (cell % width) + right];
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      around.push(row * width + column);
    }
    return around;
  });
}

/** Where a cell is, for a reason: "row 1, column 3" for cell 2, both counted from 1. */
export function namePlace(cell: number, width: number): string {
  return `row ${Math.floor(cell / width) + 1}, column ${(cell % width) + 1}`;
}
