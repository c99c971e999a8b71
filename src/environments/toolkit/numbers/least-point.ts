/** How far a constraint may seem broken by rounding. */
const TOLERANCE = 1e-7;
/** Simplex may cycle in theory; this is many times what these sizes need. */
const MAX_PIVOTS = 10_000;

/**
 * A point x ≥ 0 of least cost · x among those with rows · x ≤ bounds, up to rounding; undefined if
 * there is none, or if none is found within a large number of pivots. The dual simplex method on a
 * dense tableau, O(rows · columns) a pivot.
 * @param costs positive, so that x = 0 is best where the rows allow it
 */
export function leastPoint(
  rows: readonly (readonly number[])[],
  bounds: readonly number[],
  costs: readonly number[],
): number[] | undefined {
  const width = costs.length;
  // Each row with its bound at the end; the last row is that of the costs.
  const tableau = [...rows, costs].map((row, index) =>
    Float64Array.from([...row, bounds[index] ?? 0]),
  );
  const objective = tableau[rows.length];
  /** Which variable is that of each column and row: x first, then the slack of each row. */
  const nonbasic = costs.map((_, column) => column);
  const basic = rows.map((_, row) => width + row);
  for (let pivots = 0; pivots < MAX_PIVOTS; pivots++) {
    let leaving = -1;
    for (let row = 0; row < rows.length; row++) {
      if (tableau[row][width] >= -TOLERANCE) continue;
      if (leaving === -1 || tableau[row][width] < tableau[leaving][width]) leaving = row;
    }
    if (leaving === -1) {
      const point = new Array<number>(width).fill(0);
      for (const [row, variable] of basic.entries()) {
        if (variable < width) point[variable] = tableau[row][width];
      }
      return point;
    }
    let entering = -1;
    for (let column = 0; column < width; column++) {
      const entry = tableau[leaving][column];
      if (entry >= -TOLERANCE) continue;
      if (
        entering === -1 ||
        objective[column] * tableau[leaving][entering] > objective[entering] * entry
      ) {
        entering = column;
      }
    }
    if (entering === -1) return undefined;
    pivot(tableau, leaving, entering);
    [nonbasic[entering], basic[leaving]] = [basic[leaving], nonbasic[entering]];
  }
  return undefined;
}

/** Exchanges the variables of a row and a column. */
function pivot(tableau: readonly Float64Array[], leaving: number, entering: number): void {
  const pivotRow = tableau[leaving];
  const inverse = 1 / pivotRow[entering];
  for (let column = 0; column < pivotRow.length; column++) pivotRow[column] *= inverse;
  pivotRow[entering] = inverse;
  for (const [index, row] of tableau.entries()) {
    const factor = row[entering];
    if (index === leaving || factor === 0) continue;
    for (let column = 0; column < row.length; column++) row[column] -= factor * pivotRow[column];
    row[entering] = -factor * inverse;
  }
}
