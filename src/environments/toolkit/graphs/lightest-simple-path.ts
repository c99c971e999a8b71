import { tracePath } from "./trace-path.ts";

/** An assignment: for each column the row that has it, −1 for none, and the duals of both. */
interface Assignment {
  readonly rowOf: Int16Array;
  readonly rowDual: Float64Array;
  readonly columnDual: Float64Array;
}

/** The cheapest assignment that keeps some rows as they are and forbids a step. */
interface Branch extends Assignment {
  readonly cost: number;
  readonly kept: readonly number[];
  readonly forbidden: number;
}

/**
 * The simple path of least total cost in a directed graph, by branch and bound on assignments: a
 * further vertex, joined both ways with all others at cost 0, closes the path to a cycle, and a
 * vertex that may be left out is its own successor at cost 0. The cheapest choice of successors is an
 * assignment, found by the Hungarian method; where it holds a cycle apart from the path, one of that
 * cycle's steps must go: child i forbids the i-th and keeps those before it, its assignment by
 * augmenting that one row anew, O(V²). Of such cycles the one with fewest open steps is taken, and
 * children by ascending cost. Exact, since an assignment is no dearer than any path that keeps to
 * the same steps; exponential at worst.
 * @param costs integers of either sign, by the two ends; Infinity where there is no step
 * @param visitsAll whether the path must visit all vertices
 * @returns undefined if there is no such path
 */
export function lightestSimplePath(
  costs: readonly (readonly number[])[],
  { visitsAll }: { readonly visitsAll: boolean },
): number[] | undefined {
  const home = costs.length;
  const size = home + 1;
  const loop = visitsAll ? Number.POSITIVE_INFINITY : 0;
  const cost = Float64Array.from({ length: size * size }, (_, at) => {
    const [from, to] = [Math.floor(at / size), at % size];
    if (from === to) return from === home ? Number.POSITIVE_INFINITY : loop;
    return from === home || to === home ? 0 : costs[from][to];
  });
  const isKept = new Uint8Array(size);
  let best: Int16Array | undefined;
  let bestCost = Number.POSITIVE_INFINITY;

  /** Gives a row a column, in place: what the assignment costs more, Infinity if none can be had. */
  function augment(row: number, { rowOf, rowDual, columnDual }: Assignment): number {
    const slack = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const before = new Int16Array(size).fill(-1);
    // Columns of kept rows stay out of reach; of the others, those reached are closed.
    const isClosed = new Uint8Array(size);
    for (let at = 0; at < size; at++) if (rowOf[at] !== -1) isClosed[at] = isKept[rowOf[at]];
    const reached: number[] = [];
    let [current, column, raised] = [row, -1, 0];
    do {
      let nearest = -1;
      const [start, dual] = [current * size, rowDual[current]];
      for (let next = 0; next < size; next++) {
        if (isClosed[next] === 1) continue;
        const reduced = cost[start + next] - dual - columnDual[next] + raised;
        if (reduced < slack[next]) {
          slack[next] = reduced;
          before[next] = column;
        }
        if (nearest === -1 || slack[next] < slack[nearest]) nearest = next;
      }
      if (nearest === -1 || slack[nearest] === Number.POSITIVE_INFINITY) {
        return Number.POSITIVE_INFINITY;
      }
      raised = slack[nearest];
      column = nearest;
      isClosed[column] = 1;
      current = rowOf[column];
      if (current !== -1) reached.push(column);
    } while (current !== -1);
    rowDual[row] += raised;
    for (const other of reached) {
      rowDual[rowOf[other]] += raised - slack[other];
      columnDual[other] -= raised - slack[other];
    }
    while (column !== -1) {
      rowOf[column] = before[column] === -1 ? row : rowOf[before[column]];
      column = before[column];
    }
    return raised;
  }

  function search(branch: Branch): void {
    const cycle = mostKeptCycle(branch.rowOf, isKept);
    if (cycle === undefined) {
      best = branch.rowOf;
      bestCost = branch.cost;
      return;
    }
    for (const child of childrenOf(branch, cycle).sort((a, b) => a.cost - b.cost)) {
      if (child.cost >= bestCost) return;
      restrictedTo(child.kept, child.forbidden, () => search(child));
    }
  }

  /** One child for each open step of a cycle, which is given by its columns. */
  function childrenOf(parent: Branch, cycle: readonly number[]): Branch[] {
    const open = cycle.filter((column) => isKept[parent.rowOf[column]] === 0);
    return open.map((column, index) => {
      const row = parent.rowOf[column];
      const assignment = {
        rowOf: parent.rowOf.with(column, -1),
        rowDual: parent.rowDual.slice(),
        columnDual: parent.columnDual.slice(),
      };
      const kept = open.slice(0, index).map((other) => parent.rowOf[other]);
      const forbidden = row * size + column;
      const increase = restrictedTo(kept, forbidden, () => augment(row, assignment));
      return { ...assignment, cost: parent.cost + increase, kept, forbidden };
    });
  }

  function restrictedTo<Result>(kept: readonly number[], forbidden: number, act: () => Result) {
    const released = cost[forbidden];
    cost[forbidden] = Number.POSITIVE_INFINITY;
    for (const row of kept) isKept[row] = 1;
    const result = act();
    for (const row of kept) isKept[row] = 0;
    cost[forbidden] = released;
    return result;
  }

  const root = {
    rowOf: new Int16Array(size).fill(-1),
    rowDual: new Float64Array(size),
    columnDual: new Float64Array(size),
  };
  let rootCost = 0;
  for (let row = 0; row < size; row++) rootCost += augment(row, root);
  if (rootCost < bestCost) search({ ...root, cost: rootCost, kept: [], forbidden: -1 });
  return best === undefined
    ? undefined
    : tracePath(
        [...best.subarray(0, home)].map((row) => (row === home ? -1 : row)),
        best[home],
      );
}

/**
 * Of the cycles of several vertices that do not pass the last one, that with fewest steps not kept,
 * by its columns; undefined if there is none.
 */
function mostKeptCycle(rowOf: Int16Array, isKept: Uint8Array): number[] | undefined {
  const isSeen = new Uint8Array(rowOf.length);
  let chosen: number[] | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  const cycleOf = (start: number) => {
    const cycle: number[] = [];
    for (let column = start; isSeen[column] === 0; column = rowOf[column]) {
      isSeen[column] = 1;
      cycle.push(column);
    }
    return cycle;
  };
  cycleOf(rowOf.length - 1);
  for (let start = 0; start < rowOf.length; start++) {
    const cycle = cycleOf(start);
    const open = cycle.filter((column) => isKept[rowOf[column]] === 0).length;
    if (cycle.length > 1 && open < fewest) [chosen, fewest] = [cycle, open];
  }
  return chosen;
}
