import type { Clues } from "./skyscrapers.ts";

/**
 * A grid (p[i] + q[j]) mod N that agrees with sums of visible heights on all sides; undefined if
 * there is none. Adding to q what is taken off p changes nothing, so q begins with 0.
 *
 * The columns are filled from both ends towards the middle. The row of each shift s meets its
 * tallest building in the column of q = N − 1 − s, and as soon as that is filled from one end, the
 * sum from there is known and must be a clue that no other row has used: near the ends few sums are
 * possible, and in the middle few rows are left. Where q is complete, the rows' pairs of sums say
 * which shifts may stand where.
 */
export function findShiftedGrid(N: number, clues: Clues): number[][] | undefined {
  const ends = [
    { sums: new Int32Array(N), tallest: new Int32Array(N).fill(-1), left: tally(clues.left) },
    { sums: new Int32Array(N), tallest: new Int32Array(N).fill(-1), left: tally(clues.right) },
  ];
  /** The largest clue on the other side of rows with a given sum on one side. */
  const partners = [toPartners(clues.left, clues.right), toPartners(clues.right, clues.left)];
  const isUsed = new Array<boolean>(N).fill(false);
  const q = new Array<number>(N).fill(0);
  /** Of rows whose tallest building is placed: the largest sum that the other end may show. */
  const limits = [new Int32Array(N).fill(1 << 30), new Int32Array(N).fill(1 << 30)];

  function fill(count: number): number[][] | undefined {
    if (count === N) return arrangeRows(N, q, clues);
    const side = count % 2;
    const column = side === 0 ? count / 2 : N - (count + 1) / 2;
    for (let value = 0; value < (count === 0 ? 1 : N); value++) {
      if (isUsed[value]) continue;
      const found = tryValue(count, side, column, value);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function tryValue(count: number, side: number, column: number, value: number) {
    const { sums, tallest, left } = ends[side];
    const done = N - 1 - value;
    const total = sums[done] + N - 1;
    const free = left.get(total) ?? 0;
    if (free === 0 || total > limits[side][done]) return undefined;
    const limit = limits[1 - side][done];
    const saved = [sums.slice(), tallest.slice()];
    let isPossible = true;
    for (let shift = 0; shift < N && isPossible; shift++) {
      const height = (shift + value) % N;
      if (height > tallest[shift]) {
        tallest[shift] = height;
        sums[shift] += height;
        isPossible = sums[shift] <= limits[side][shift];
      }
    }
    limits[1 - side][done] = Math.min(limit, partners[side].get(total) ?? 0);
    left.set(total, free - 1);
    isUsed[value] = true;
    q[column] = value;
    const other = ends[1 - side].sums[done] + (ends[1 - side].tallest[done] < N - 1 ? N - 1 : 0);
    const isOpen =
      isPossible && other <= limits[1 - side][done] && canShow(N, ends[side], limits[side]);
    const found = isOpen ? fill(count + 1) : undefined;
    isUsed[value] = false;
    left.set(total, free);
    limits[1 - side][done] = limit;
    sums.set(saved[0]);
    tallest.set(saved[1]);
    return found;
  }

  return fill(0);
}

interface End {
  readonly sums: Int32Array;
  readonly tallest: Int32Array;
  readonly left: ReadonlyMap<number, number>;
}

/**
 * Whether the rows whose tallest building is yet to come may each still show one of the clues left:
 * what is visible so far, the tallest, and between them nothing or more than the tallest so far; and
 * whether, in order of what they show at least, they find as many clues.
 */
function canShow(N: number, { sums, tallest, left }: End, limits: Int32Array): boolean {
  const clues = [...left].flatMap(([clue, count]) => new Array<number>(count).fill(clue));
  clues.sort((a, b) => a - b);
  const least: number[] = [];
  for (let shift = 0; shift < N; shift++) {
    if (tallest[shift] === N - 1) continue;
    const shown = sums[shift] + N - 1;
    const first = clues.find((clue) => {
      const between = clue - shown;
      return clue <= limits[shift] && (between === 0 || between > tallest[shift]);
    });
    if (first === undefined) return false;
    least.push(first);
  }
  least.sort((a, b) => a - b);
  return least.every((clue, index) => clue <= clues[index]);
}

function tally(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function toPartners(own: readonly number[], others: readonly number[]): Map<number, number> {
  const largest = new Map<number, number>();
  for (const [row, clue] of own.entries()) {
    largest.set(clue, Math.max(largest.get(clue) ?? 0, others[row]));
  }
  return largest;
}

/** The rows in an order that agrees with all clues, where there is one. */
function arrangeRows(N: number, q: readonly number[], clues: Clues): number[][] | undefined {
  const rows = Array.from({ length: N }, (_, shift) => q.map((value) => (shift + value) % N));
  const options = new Map<string, number[]>();
  for (const [shift, row] of rows.entries()) {
    const pair = `${sumVisible(row)} ${sumVisible(row.toReversed())}`;
    const known = options.get(pair);
    if (known === undefined) options.set(pair, [shift]);
    else known.push(shift);
  }
  const isUsed = new Array<boolean>(N).fill(false);
  const grid: number[][] = [];
  const place = (i: number): boolean => {
    if (i === N)
      return q.every((_, j) =>
        agrees(
          grid.map((row) => row[j]),
          clues.top[j],
          clues.bottom[j],
        ),
      );
    for (const shift of options.get(`${clues.left[i]} ${clues.right[i]}`) ?? []) {
      if (isUsed[shift]) continue;
      isUsed[shift] = true;
      grid[i] = rows[shift];
      // A column whose tallest building is there shows its whole sum from the top.
      const isPossible = rows[shift].every((height, j) => {
        if (height < N - 1) return true;
        return sumVisible(grid.slice(0, i + 1).map((row) => row[j])) === clues.top[j];
      });
      if (isPossible && place(i + 1)) return true;
      isUsed[shift] = false;
    }
    grid.length = i;
    return false;
  };
  return place(0) ? grid : undefined;
}

function agrees(line: readonly number[], first: number, last: number): boolean {
  return sumVisible(line) === first && sumVisible(line.toReversed()) === last;
}

function sumVisible(line: readonly number[]): number {
  let [total, tallest] = [0, -1];
  for (const height of line) {
    if (height <= tallest) continue;
    total += height;
    tallest = height;
  }
  return total;
}
