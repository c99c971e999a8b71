import { neighbourCells, toRows } from "../../toolkit/grids/cells.ts";
import { ORTHOGONAL_STEPS } from "../../toolkit/grids/moves.ts";

/** The cells of each row and then of each column. */
export function listLines(N: number, M: number): number[][] {
  const rows = toRows([...Array(N * M).keys()], M);
  return [...rows, ...rows[0].map((_, column) => rows.map((row) => row[column]))];
}

/** Whether the cells that belong are connected, all or none of them included. */
export function isConnected(
  neighbours: readonly number[][],
  belongs: (cell: number) => boolean,
): boolean {
  const start = neighbours.findIndex((_, cell) => belongs(cell));
  if (start === -1) return true;
  const reached = new Uint8Array(neighbours.length);
  reached[start] = 1;
  const queue = [start];
  for (const cell of queue) {
    for (const other of neighbours[cell]) {
      if (reached[other] === 1 || !belongs(other)) continue;
      reached[other] = 1;
      queue.push(other);
    }
  }
  return neighbours.every((_, cell) => reached[cell] === 1 || !belongs(cell));
}

const OPEN = -1;

/**
 * A pattern that keeps all rules, 1 for black and 0 for kept: a black cell keeps those beside it, a
 * kept one blackens equal numbers in its row and column, and no black may cut the rest. Each open cell
 * is tried both ways: a value that leads to a contradiction is refuted. Then a cell is chosen, kept
 * first. A handful of choices at 24 × 24.
 */
export function findBlackCells(numbers: readonly number[], N: number, M: number): Int8Array {
  const neighbours = neighbourCells(N, M, ORTHOGONAL_STEPS);
  const equals: number[][] = numbers.map(() => []);
  for (const line of listLines(N, M)) {
    for (const cell of line) {
      equals[cell].push(
        ...line.filter((other) => other !== cell && numbers[other] === numbers[cell]),
      );
    }
  }

  /** The state with a cell settled and all that follows; undefined at a contradiction. */
  function settle(before: Int8Array, start: number, value: number): Int8Array | undefined {
    const state = before.slice();
    const queue: [number, number][] = [[start, value]];
    let hasBlacks = false;
    for (const [cell, wanted] of queue) {
      if (state[cell] === wanted) continue;
      if (state[cell] !== OPEN) return undefined;
      state[cell] = wanted;
      hasBlacks ||= wanted === 1;
      for (const other of wanted === 1 ? neighbours[cell] : equals[cell])
        queue.push([other, 1 - wanted]);
    }
    return hasBlacks && !isConnected(neighbours, (cell) => state[cell] !== 1) ? undefined : state;
  }

  /** Refutes values until nothing changes; undefined at a contradiction. */
  function probe(before: Int8Array): Int8Array | undefined {
    let state = before;
    for (let hasChanged = true; hasChanged; ) {
      hasChanged = false;
      for (let cell = 0; cell < state.length; cell++) {
        if (state[cell] !== OPEN) continue;
        const [kept, black] = [settle(state, cell, 0), settle(state, cell, 1)];
        const only = kept === undefined ? black : black === undefined ? kept : null;
        if (only === undefined) return undefined;
        if (only === null) continue;
        state = only;
        hasChanged = true;
      }
    }
    return state;
  }

  function search(before: Int8Array): Int8Array | undefined {
    const state = probe(before);
    const cell = state?.indexOf(OPEN) ?? -1;
    if (state === undefined || cell === -1) return state;
    for (const value of [0, 1]) {
      const settled = settle(state, cell, value);
      const found = settled && search(settled);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  const start = new Int8Array(N * M).fill(OPEN);
  return search(start) ?? start;
}
