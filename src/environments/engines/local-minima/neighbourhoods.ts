/** For each cell of a grid, row by row: the cell and those that touch it, as a king moves. */
export function kingNeighbourhoods(height: number, width: number): number[][] {
  return Array.from({ length: height * width }, (_, cell) => {
    const [row, column] = [Math.floor(cell / width), cell % width];
    const cells: number[] = [];
    for (let r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
      for (let c = Math.max(0, column - 1); c <= Math.min(width - 1, column + 1); c++) {
        cells.push(r * width + c);
      }
    }
    return cells;
  });
}
