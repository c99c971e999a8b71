import { neighbourCells } from "../../toolkit/grids/cells.ts";
import { ORTHOGONAL_STEPS } from "../../toolkit/grids/moves.ts";

/** A white cell; black ones are all others, with or without a number. */
export const WHITE = "W";

/** Whether a cell is a black one with a number. */
export function isNumber(cell: string): boolean {
  return cell >= "0" && cell <= "9";
}

/** The other cells that a bulb in each white cell lights. */
export function listViews(cells: readonly string[], M: number): number[][] {
  return cells.map((cell, start) => {
    if (cell !== WHITE) return [];
    const seen: number[] = [];
    for (const step of [-M, M, -1, 1]) {
      for (let at = start; ; ) {
        const next = at + step;
        const leavesRow = Math.abs(step) === 1 && Math.floor(next / M) !== Math.floor(at / M);
        if (cells[next] !== WHITE || leavesRow) break;
        seen.push(next);
        at = next;
      }
    }
    return seen;
  });
}

const OPEN = -1;

/**
 * Bulbs that keep all rules, 1 for a bulb: a bulb leaves what it lights without one, a cell with a
 * single possible source has it there, and numbers settle the cells beside them where all or none of
 * the open ones are needed. Then the unlit cell with the fewest possible sources is chosen, and each of
 * these tried.
 */
export function findBulbs(cells: readonly string[], M: number): Int8Array {
  const view = listViews(cells, M);
  const white = [...cells.keys()].filter((cell) => cells[cell] === WHITE);
  const numbered = [...cells.keys()].filter((cell) => isNumber(cells[cell]));
  const beside = neighbourCells(cells.length / M, M, ORTHOGONAL_STEPS).map((others) =>
    others.filter((other) => cells[other] === WHITE),
  );
  const sourcesOf = (state: Int8Array, cell: number) =>
    [cell, ...view[cell]].filter((other) => state[other] === OPEN);
  const isLit = (state: Int8Array, cell: number) =>
    state[cell] === 1 || view[cell].some((other) => state[other] === 1);

  /** Puts a bulb or none into a cell; false where that cannot be. */
  function put(state: Int8Array, cell: number, value: number): boolean {
    if (state[cell] !== OPEN) return state[cell] === value;
    state[cell] = value;
    return value === 0 || view[cell].every((other) => put(state, other, 0));
  }

  /** Settles all that follows; false at a contradiction. */
  function propagate(state: Int8Array): boolean {
    for (let open = -1; ; ) {
      for (const cell of numbered) {
        const free = beside[cell].filter((other) => state[other] === OPEN);
        const rest =
          Number(cells[cell]) - beside[cell].filter((other) => state[other] === 1).length;
        if (rest < 0 || rest > free.length) return false;
        if (rest > 0 && rest < free.length) continue;
        if (!free.every((other) => put(state, other, rest > 0 ? 1 : 0))) return false;
      }
      for (const cell of white) {
        if (isLit(state, cell)) continue;
        const sources = sourcesOf(state, cell);
        if (sources.length === 0) return false;
        if (sources.length === 1 && !put(state, sources[0], 1)) return false;
      }
      const left = state.filter((value) => value === OPEN).length;
      if (left === open) return true;
      open = left;
    }
  }

  function search(before: Int8Array): Int8Array | undefined {
    const state = before.slice();
    if (!propagate(state)) return undefined;
    const dark = white.filter((cell) => !isLit(state, cell));
    if (dark.length === 0) return state;
    const choices = dark.map((cell) => sourcesOf(state, cell));
    for (const source of choices.reduce((a, b) => (b.length < a.length ? b : a))) {
      const next = state.slice();
      const found = put(next, source, 1) ? search(next) : undefined;
      if (found !== undefined) return found;
      // It holds no bulb, then.
      if (!put(state, source, 0)) return undefined;
    }
    return undefined;
  }

  const start = Int8Array.from(cells, (cell) => (cell === WHITE ? OPEN : 0));
  return search(start) ?? start;
}
