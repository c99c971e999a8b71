/** A cyclic shift of a row to the right, or of a column downwards, by so many cells. */
export type Shift = readonly [line: "row" | "column", index: number, by: number];

/** Shifts a row or column of a grid in place. */
export function shiftLine(grid: number[][], [line, index, by]: Shift): void {
  if (line === "row") {
    const row = grid[index];
    grid[index] = row.map((_, column) => row[modulo(column - by, row.length)]);
    return;
  }
  const column = grid.map((row) => row[index]);
  for (const [row, numbers] of grid.entries()) {
    numbers[index] = column[modulo(row - by, column.length)];
  }
}

function modulo(value: number, size: number): number {
  return ((value % size) + size) % size;
}

/** Shifts by which the number in one cell goes to another, and a third goes along; no other moves. */
interface ThreeCycle {
  readonly shifts: readonly Shift[];
  readonly to: number;
  readonly third: number;
}

/**
 * Shifts by one cell that turn one grid of 0..NM − 1 into another, where any shifts do; undefined
 * where none do. A row and a column have one cell in common, so that shifting both and both back
 * again (their commutator) moves only three numbers in a circle: by these, one number after the
 * other is brought to its place, row by row, the last two rows column by column, until four cells
 * are left. An odd permutation needs one shift of a line of even length before. O((NM)² · (N + M))
 * at worst.
 */
export function findShifts(start: number[][], goal: number[][]): Shift[] | undefined {
  const [N, M] = [start.length, start[0].length];
  const grid = start.map((row) => [...row]);
  const done: Shift[] = [];
  const play = (shifts: readonly Shift[]) => {
    for (const shift of shifts) shiftLine(grid, shift);
    done.push(...shifts);
  };
  if (isOdd(start.flat(), goal.flat())) {
    if (M % 2 === 0) play([["row", 0, 1]]);
    else if (N % 2 === 0) play([["column", 0, 1]]);
    else return undefined;
  }
  const cycles = listThreeCycles(N, M);
  const isFixed = new Array<boolean>(N * M).fill(false);
  const numberAt = (cell: number) => grid[Math.floor(cell / M)][cell % M];
  const wantedAt = (cell: number) => goal[Math.floor(cell / M)][cell % M];
  for (const target of listTargets(N, M)) {
    const number = wantedAt(target);
    const from = grid.flat().indexOf(number);
    for (const { shifts } of findWay(cycles, isFixed, from, target)) play(shifts);
    isFixed[target] = true;
  }
  const rest = [...isFixed.keys()].filter((cell) => !isFixed[cell]);
  const last = solveRest(cycles, rest, rest.map(numberAt), rest.map(wantedAt));
  if (last === undefined) return undefined;
  for (const { shifts } of last) play(shifts);
  return done;
}

/** All cells but the last four, row by row; those of the last two rows column by column. */
function listTargets(N: number, M: number): number[] {
  const targets = Array.from({ length: (N - 2) * M }, (_, cell) => cell);
  for (let column = 0; column < M - 2; column++) {
    targets.push((N - 2) * M + column, (N - 1) * M + column);
  }
  return targets;
}

/** Whether an odd number of exchanges leads from one order to the other. */
function isOdd(from: readonly number[], to: readonly number[]): boolean {
  const places = new Map(to.map((number, place) => [number, place]));
  const seen = new Set<number>();
  let exchanges = 0;
  for (let place = 0; place < from.length; place++) {
    for (let at = place; !seen.has(at); at = places.get(from[at]) ?? at) {
      if (at !== place) exchanges++;
      seen.add(at);
    }
  }
  return exchanges % 2 === 1;
}

/** All circles of three, by the cell that a number leaves; cells are numbered row by row. */
function listThreeCycles(N: number, M: number): ThreeCycle[][] {
  const cycles: ThreeCycle[][] = Array.from({ length: N * M }, () => []);
  for (let row = 0; row < N; row++) {
    for (let column = 0; column < M; column++) {
      for (const [right, down] of [
        [1, 1],
        [1, -1],
        [-1, 1],
        [-1, -1],
      ]) {
        const [across, along]: [Shift, Shift] = [
          ["row", row, right],
          ["column", column, down],
        ];
        const [back, up]: [Shift, Shift] = [
          ["row", row, -right],
          ["column", column, -down],
        ];
        for (const shifts of [
          [across, along, back, up],
          [along, across, up, back],
        ]) {
          const image = (cell: number) =>
            shifts.reduce((at, shift) => follow(at, shift, N, M), cell);
          const beside = [-1, 1].map((step) => row * M + modulo(column + step, M));
          const below = [-1, 1].map((step) => modulo(row + step, N) * M + column);
          const moved = [...new Set([row * M + column, ...beside, ...below])].filter(
            (cell) => image(cell) !== cell,
          );
          for (const cell of moved) {
            cycles[cell].push({ shifts, to: image(cell), third: image(image(cell)) });
          }
        }
      }
    }
  }
  return cycles;
}

/** Where a shift takes a cell's number. */
function follow(cell: number, [line, index, by]: Shift, N: number, M: number): number {
  const [row, column] = [Math.floor(cell / M), cell % M];
  if (line === "row") return row === index ? row * M + modulo(column + by, M) : cell;
  return column === index ? modulo(row + by, N) * M + column : cell;
}

/** The fewest circles of unfixed cells that take a number from one cell to another, breadth first. */
function findWay(
  cycles: readonly (readonly ThreeCycle[])[],
  isFixed: readonly boolean[],
  from: number,
  target: number,
): ThreeCycle[] {
  const reached = new Map<number, { cycle: ThreeCycle; before: number } | null>([[from, null]]);
  for (const cell of reached.keys()) {
    if (cell === target) break;
    for (const cycle of cycles[cell]) {
      if (isFixed[cycle.to] || isFixed[cycle.third] || reached.has(cycle.to)) continue;
      reached.set(cycle.to, { cycle, before: cell });
    }
  }
  const way: ThreeCycle[] = [];
  for (let step = reached.get(target); step != null; step = reached.get(step.before))
    way.push(step.cycle);
  return way.reverse();
}

/** The circles that put four numbers right, breadth first through their orders. */
function solveRest(
  cycles: readonly (readonly ThreeCycle[])[],
  cells: readonly number[],
  numbers: readonly number[],
  wanted: readonly number[],
): ThreeCycle[] | undefined {
  const usable = cells.flatMap((cell) =>
    cycles[cell]
      .filter(({ to, third }) => cells.includes(to) && cells.includes(third))
      .map((cycle) => ({ cycle, cell })),
  );
  const known = new Map<string, ThreeCycle[]>([[numbers.join(" "), []]]);
  for (const [order, way] of known) {
    if (order === wanted.join(" ")) return way;
    const at = new Map(order.split(" ").map((number, index) => [cells[index], number]));
    for (const { cycle, cell } of usable) {
      const next = new Map(at);
      const [a, b, c] = [cell, cycle.to, cycle.third];
      next
        .set(b, at.get(a) ?? "")
        .set(c, at.get(b) ?? "")
        .set(a, at.get(c) ?? "");
      const key = cells.map((place) => next.get(place)).join(" ");
      if (!known.has(key)) known.set(key, [...way, cycle]);
    }
  }
  return undefined;
}
