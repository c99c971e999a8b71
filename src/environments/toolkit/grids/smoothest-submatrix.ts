import { IndexChains } from "../sequences/index-chains.ts";

type Rows = readonly (readonly number[])[];
type Table = Float64Array;

/** By how much the ways to choose the rows outnumber the blocks of the bound, at least. */
const BLOCK_SHARE = 20;

/** Indices of chosen rows and columns, both ascending. */
export interface Submatrix {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** The sum of |differences| of entries next to each other in a submatrix. O(rows · columns). */
export function roughness(matrix: Rows, { rows, columns }: Submatrix): number {
  let total = 0;
  for (const [i, row] of rows.entries()) {
    for (const [j, column] of columns.entries()) {
      const entry = matrix[row][column];
      if (i > 0) total += Math.abs(entry - matrix[rows[i - 1]][column]);
      if (j > 0) total += Math.abs(entry - matrix[row][columns[j - 1]]);
    }
  }
  return total;
}

/**
 * The `height` rows and `width` columns, from 2 on, that leave a submatrix of least roughness. A
 * depth-first search over the rows, where for the rows so far the best columns follow by dynamic
 * programming; a branch is cut where these and a bound for the rows to come reach the best known. In
 * the bound, the rows to come are cut into blocks of a few rows, each with columns of its own. A
 * first submatrix is found, from many starts, by choosing rows and columns in turns, each best for
 * the other. Exact; exponential in the rows at
 * worst.
 */
export function smoothestSubmatrix(matrix: Rows, height: number, width: number): Submatrix {
  const transposed = matrix[0].map((_, column) => matrix.map((row) => row[column]));
  if (choices(matrix.length, height) > choices(matrix[0].length, width)) {
    const { rows, columns } = search(transposed, matrix, width, height);
    return { rows: columns, columns: rows };
  }
  return search(matrix, transposed, height, width);
}

/** The number of ways to choose so many of the items. */
function choices(items: number, count: number): number {
  let ways = 1;
  for (let chosen = 1; chosen <= count; chosen++) ways *= (items - count + chosen) / chosen;
  return ways;
}

/**
 * The length of the blocks of rows that make the bound. Longer ones bound better, but there are
 * choices(N, length + 1) of them, which must stay few beside what is searched.
 */
function longestBlock(N: number, height: number): number {
  let length = 1;
  while (BLOCK_SHARE * choices(N, length + 2) <= choices(N, height)) length++;
  return Math.min(length, height - 1);
}

function search(matrix: Rows, transposed: Rows, height: number, width: number): Submatrix {
  const [N, M] = [matrix.length, matrix[0].length];
  const columnChains = new IndexChains(M, width);
  const none = new Float64Array(M);
  const within = matrix.map((row) => differences(row));
  const between = matrix.map((row) => matrix.map((other) => distances(row, other)));
  const single = matrix.map((_, row) => columnChains.leastCost(none, within[row]));
  const blocks = costsOfBlocks(longestBlock(N, height));
  const bounds = boundsOfRest();
  let best = descend();
  let bestCost = roughness(matrix, best);

  const rows: number[] = [];
  const vertical = Array.from({ length: height }, () => new Float64Array(M));
  const horizontal = Array.from({ length: height }, () => new Float64Array(M * M));
  extend(0);
  return best;

  /** Tries all rows for the next place, the most promising first. */
  function extend(cost: number): void {
    const place = rows.length;
    if (place === height) {
      if (cost >= bestCost) return;
      columnChains.leastCost(vertical[place - 1], horizontal[place - 1]);
      best = { rows: [...rows], columns: columnChains.chain() };
      bestCost = cost;
      return;
    }
    const rest = bounds[height - place - 1];
    const next: { row: number; cost: number; bound: number }[] = [];
    for (let row = (rows[place - 1] ?? -1) + 1; row <= N - height + place; row++) {
      const least = place === 0 ? single[row] : blocks[0][rows[place - 1]][row];
      if (cost + least + rest[row] >= bestCost) continue;
      const reached = place === 0 ? single[row] : costWith(row);
      const bound = reached + rest[row];
      if (bound < bestCost) next.push({ row, cost: reached, bound });
    }
    next.sort((a, b) => a.bound - b.bound);
    for (const { row, cost: reached, bound } of next) {
      if (bound >= bestCost) return;
      accumulate(row);
      rows.push(row);
      extend(reached);
      rows.pop();
    }
  }

  function costWith(row: number): number {
    accumulate(row);
    return columnChains.leastCost(vertical[rows.length], horizontal[rows.length]);
  }

  /** Adds a row at the next place to the costs of columns. */
  function accumulate(row: number): void {
    const place = rows.length;
    if (place === 0) {
      horizontal[0].set(within[row]);
      return;
    }
    addInto(vertical[place], vertical[place - 1], between[rows[place - 1]][row]);
    addInto(horizontal[place], horizontal[place - 1], within[row]);
  }

  /** By how many rows are to come, and the last row so far: they cost no less. */
  function boundsOfRest(): number[][] {
    const table = [new Array<number>(N).fill(0)];
    for (let count = 1; count < height; count++) {
      table[count] = matrix.map((_, first) => {
        const bounds = blocks.slice(0, count).map((leastTo, at) => {
          const rest = table[count - at - 1];
          return Math.min(...leastTo[first].map((cost, last) => cost + rest[last]));
        });
        return Math.max(...bounds);
      });
    }
    return table;
  }

  /**
   * For blocks of 1, 2, … rows, by the row before the block and the last row of it: the least that
   * the block costs, with columns of its own.
   */
  function costsOfBlocks(longest: number): number[][][] {
    const least = Array.from({ length: longest }, () =>
      matrix.map(() => new Array<number>(N).fill(Number.POSITIVE_INFINITY)),
    );
    const down = Array.from({ length: longest + 1 }, () => new Float64Array(M));
    const across = Array.from({ length: longest + 1 }, () => new Float64Array(M * M));
    const lengthen = (first: number, last: number, length: number) => {
      for (let row = last + 1; row < N; row++) {
        addInto(down[length + 1], down[length], between[last][row]);
        addInto(across[length + 1], across[length], within[row]);
        const cost = columnChains.leastCost(down[length + 1], across[length + 1]);
        least[length][first][row] = Math.min(least[length][first][row], cost);
        if (length + 1 < longest) lengthen(first, row, length + 1);
      }
    };
    for (let first = 0; first < N; first++) lengthen(first, first, 0);
    return least;
  }

  /** The best of descents that begin with the best columns of each row alone. */
  function descend(): Submatrix {
    const rowChains = new IndexChains(N, height);
    let lightest: Submatrix = { rows: [], columns: [] };
    let lightestCost = Number.POSITIVE_INFINITY;
    for (let start = 0; start < N; start++) {
      columnChains.leastCost(none, within[start]);
      let columns = columnChains.chain();
      for (let cost = Number.POSITIVE_INFINITY; ; ) {
        rowChains.leastCost(...costsOfIndices(matrix, columns));
        const rows = rowChains.chain();
        const lower = columnChains.leastCost(...costsOfIndices(transposed, rows));
        if (lower >= cost) break;
        cost = lower;
        columns = columnChains.chain();
        if (cost >= lightestCost) continue;
        lightestCost = cost;
        lightest = { rows, columns };
      }
    }
    return lightest;
  }
}

/** What each row costs with these columns, and each pair of rows next to each other. */
function costsOfIndices(matrix: Rows, columns: readonly number[]): [Table, Table] {
  const N = matrix.length;
  const [singles, pairs] = [new Float64Array(N), new Float64Array(N * N)];
  for (const [i, row] of matrix.entries()) {
    for (const [at, column] of columns.entries()) {
      if (at > 0) singles[i] += Math.abs(row[column] - row[columns[at - 1]]);
      for (let j = i + 1; j < N; j++) {
        pairs[i * N + j] += Math.abs(row[column] - matrix[j][column]);
      }
    }
  }
  return [singles, pairs];
}

function differences(row: readonly number[]): Table {
  const M = row.length;
  return Float64Array.from({ length: M * M }, (_, pair) =>
    Math.abs(row[Math.floor(pair / M)] - row[pair % M]),
  );
}

function distances(row: readonly number[], other: readonly number[]): Table {
  return Float64Array.from(row, (entry, column) => Math.abs(entry - other[column]));
}

function addInto(target: Table, first: Table, second: Table): void {
  for (let index = 0; index < target.length; index++) target[index] = first[index] + second[index];
}
