import { Random } from "../../toolkit/random/random.ts";

/**
 * Which texts of 0 and 1 a line may hold, whatever its number of ones: an automaton with states from
 * 0, the start, to `stateCount` − 1.
 */
export interface LineRule {
  readonly stateCount: number;
  /** The state after one more cell; −1 where the rule forbids it. */
  next(state: number, bit: 0 | 1): number;
}

/** A grid with blanks (−1), and how many ones each line is to have. */
export interface CountedGrid {
  readonly cells: readonly (readonly number[])[];
  readonly rowCounts: readonly number[];
  readonly columnCounts: readonly number[];
}

const BLANK = -1;
const NODE_BUDGET = 50;
/** How far the share of ones may be moved by chance, from the first start to later ones. */
const NOISE = 0.05;

/**
 * A completion whose lines all follow the rule and have their numbers of ones; one must exist. For
 * each line, dynamic programming over (ones so far, state) counts the completions with a one in each
 * cell; cells that have one value in all of them are filled, until nothing changes. Then depth first
 * on the cell whose row and column together are most one-sided, the likelier value first, and a new
 * start with a little noise whenever a growing budget of nodes is spent. Exponential at worst.
 */
export function completeGrid(grid: CountedGrid, rule: LineRule): number[][] {
  const random = new Random("completion of counted lines");
  for (let budget = NODE_BUDGET; ; budget *= 1.5) {
    const found = search(grid, rule, random, { nodes: budget });
    if (found !== undefined) return found;
  }
}

function search(
  grid: CountedGrid,
  rule: LineRule,
  random: Random,
  left: { nodes: number },
): number[][] | undefined {
  if (left.nodes-- <= 0) return undefined;
  const settled = settle(grid, rule);
  if (settled === undefined) return undefined;
  const { cells, rowShares, columnShares } = settled;
  let best: { row: number; column: number; bit: 0 | 1; certainty: number } | undefined;
  for (const [row, values] of cells.entries()) {
    for (const [column, value] of values.entries()) {
      if (value !== BLANK) continue;
      const [p, q] = [rowShares[row][column], columnShares[column][row]];
      const one = (p * q) / (p * q + (1 - p) * (1 - q));
      const share = one + NOISE * (random.unit() - 0.5);
      const certainty = Math.abs(share - 0.5);
      if (best !== undefined && certainty <= best.certainty) continue;
      best = { row, column, bit: share > 0.5 ? 1 : 0, certainty };
    }
  }
  if (best === undefined) return cells;
  const { row, column, bit } = best;
  const filledWith = (value: number) => ({
    ...grid,
    cells: cells.with(row, cells[row].with(column, value)),
  });
  return (
    search(filledWith(bit), rule, random, left) ?? search(filledWith(1 - bit), rule, random, left)
  );
}

interface Settled {
  readonly cells: number[][];
  /** For each row and column, the share of its completions with a one in each of its cells. */
  readonly rowShares: number[][];
  readonly columnShares: number[][];
}

/** Fills the cells that one line alone decides, until nothing changes; undefined at a dead end. */
function settle(
  { cells: given, rowCounts, columnCounts }: CountedGrid,
  rule: LineRule,
): Settled | undefined {
  const cells = given.map((row) => [...row]);
  const rowShares: number[][] = [];
  const columnShares: number[][] = [];
  const openRows = new Set(cells.keys());
  const openColumns = new Set(cells[0].keys());
  while (openRows.size + openColumns.size > 0) {
    for (const row of openRows) {
      const shares = sharesOfOnes(cells[row], rowCounts[row], rule);
      if (shares === undefined) return undefined;
      rowShares[row] = shares;
      for (const [column, share] of shares.entries()) {
        if (cells[row][column] !== BLANK || (share > 0 && share < 1)) continue;
        cells[row][column] = share;
        openColumns.add(column);
      }
    }
    openRows.clear();
    for (const column of openColumns) {
      const line = cells.map((row) => row[column]);
      const shares = sharesOfOnes(line, columnCounts[column], rule);
      if (shares === undefined) return undefined;
      columnShares[column] = shares;
      for (const [row, share] of shares.entries()) {
        if (cells[row][column] !== BLANK || (share > 0 && share < 1)) continue;
        cells[row][column] = share;
        openRows.add(row);
      }
    }
    openColumns.clear();
  }
  return { cells, rowShares, columnShares };
}

/** For each cell of a line, the share of its completions with a one there; undefined without any. */
function sharesOfOnes(
  line: readonly number[],
  count: number,
  { stateCount, next }: LineRule,
): number[] | undefined {
  const width = (count + 1) * stateCount;
  // Index: ones so far · stateCount + state.
  const ahead = [new Float64Array(width)];
  ahead[0][0] = 1;
  const bitsAt = (at: number): readonly (0 | 1)[] =>
    line[at] === BLANK ? [0, 1] : [line[at] === 1 ? 1 : 0];
  const moves = (at: number, visit: (from: number, to: number, bit: 0 | 1) => void) => {
    for (const bit of bitsAt(at)) {
      for (let ones = 0; ones + bit <= count; ones++) {
        for (let state = 0; state < stateCount; state++) {
          const after = next(state, bit);
          if (after !== -1)
            visit(ones * stateCount + state, (ones + bit) * stateCount + after, bit);
        }
      }
    }
  };
  for (const at of line.keys()) {
    const after = new Float64Array(width);
    moves(at, (from, to) => {
      after[to] += ahead[at][from];
    });
    ahead.push(after);
  }
  let behind = new Float64Array(width).fill(1, count * stateCount);
  const shares = new Array<number>(line.length).fill(0);
  for (let at = line.length - 1; at >= 0; at--) {
    const before = new Float64Array(width);
    const completions = [0, 0];
    moves(at, (from, to, bit) => {
      before[from] += behind[to];
      completions[bit] += ahead[at][from] * behind[to];
    });
    const total = completions[0] + completions[1];
    if (total === 0) return undefined;
    shares[at] = completions[1] / total;
    // A share must be 0 or 1 only where one value alone has completions.
    if (completions[0] > 0 && completions[1] > 0) {
      shares[at] = Math.min(Math.max(shares[at], Number.EPSILON), 1 - Number.EPSILON);
    }
    behind = before;
  }
  return shares;
}
