/**
 * The column of each row of an assignment of least total cost in a square matrix, each column used
 * once: the Hungarian algorithm with potentials, a shortest augmenting path a row, O(n³).
 */
export function cheapestAssignment(costs: readonly (readonly number[])[]): number[] {
  const size = costs.length;
  const rowPotential = new Float64Array(size);
  const columnPotential = new Float64Array(size + 1);
  /** The row of each column; the last column stands for the row that is being assigned. */
  const rowOf = new Int32Array(size + 1).fill(-1);
  for (let start = 0; start < size; start++) {
    rowOf[size] = start;
    const slack = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(size).fill(-1);
    const isDone = new Uint8Array(size + 1);
    let column = size;
    while (rowOf[column] !== -1) {
      isDone[column] = 1;
      const row = rowOf[column];
      let [nearest, step] = [-1, Number.POSITIVE_INFINITY];
      for (let other = 0; other < size; other++) {
        if (isDone[other] === 1) continue;
        const reduced = costs[row][other] - rowPotential[row] - columnPotential[other];
        if (reduced < slack[other]) [slack[other], before[other]] = [reduced, column];
        if (slack[other] < step) [nearest, step] = [other, slack[other]];
      }
      for (let other = 0; other <= size; other++) {
        if (isDone[other] === 1) {
          rowPotential[rowOf[other]] += step;
          columnPotential[other] -= step;
        } else slack[other] -= step;
      }
      column = nearest;
    }
    for (; column !== size; column = before[column]) rowOf[column] = rowOf[before[column]];
  }
  const columnOf = new Array<number>(size);
  for (let column = 0; column < size; column++) columnOf[rowOf[column]] = column;
  return columnOf;
}
