import { type Corner, type Layout, listCorners, turnBlock } from "./block-turns.ts";

/** Moves beyond the steps of the drawn way that a search may take: a turn undone is one more. */
const SPARE_MOVES = 4;
/** How many grids are kept at each depth, in turn. */
const NARROW = [1, 30, 300];
const WIDE = [1_000, 3_000, 10_000];
/** Up to so many blocks, all ways from both ends are tried before wide searches. */
const FEW_CORNERS = 16;

/** A grid on the way, and the turns that led to it. */
interface State {
  readonly cells: Int32Array;
  readonly score: number;
  readonly corner: Corner;
  readonly turns: number;
  readonly before: State | null;
}

/**
 * The blocks to turn, one after the other, that make one grid the other, where some such way of about
 * so many steps exists; undefined if none is found. A beam search by how much of the neighbourhood
 * of the other grid is there already, from either end in turn; where there are few blocks, then
 * breadth first from both ends; then wider beams.
 */
export function findTurns(
  layout: Layout,
  start: Int32Array,
  goal: Int32Array,
  steps: number,
): Corner[] | undefined {
  const search = (widths: readonly number[]) => {
    for (const width of widths) {
      const forwards = searchBeam(layout, start, goal, steps + SPARE_MOVES, width);
      if (forwards !== undefined) return toTurns(forwards);
      const backwards = searchBeam(layout, goal, start, steps + SPARE_MOVES, width);
      // The way back takes each turn back, the last one first.
      if (backwards !== undefined) {
        return toTurns(backwards.reverse().map(([corner, turns]) => [corner, 4 - turns]));
      }
    }
    return undefined;
  };
  const found = search(NARROW);
  if (found !== undefined) return found;
  const few = listCorners(layout).length <= FEW_CORNERS;
  return (few ? meet(layout, start, goal, steps) : undefined) ?? search(WIDE);
}

type Move = readonly [corner: Corner, turns: number];

function toTurns(moves: readonly Move[]): Corner[] {
  return moves.flatMap(([corner, turns]) => new Array<Corner>(turns).fill(corner));
}

function searchBeam(
  layout: Layout,
  start: Int32Array,
  goal: Int32Array,
  depth: number,
  width: number,
): Move[] | undefined {
  const corners = listCorners(layout);
  const rate = createRating(layout, goal);
  const isGoal = (cells: Int32Array) => cells.every((number, cell) => number === goal[cell]);
  let beam: State[] = [{ cells: start, score: 0, corner: [0, 0], turns: 0, before: null }];
  const seen = new Set([toKey(start)]);
  for (let moves = 0; moves <= depth; moves++) {
    const next: State[] = [];
    for (const before of beam) {
      if (isGoal(before.cells)) return trace(before);
      const cells = before.cells.slice();
      for (const corner of corners) {
        const old = rate(cells, corner);
        for (let turns = 1; turns < 4; turns++) {
          turnBlock(cells, layout, corner);
          const score = before.score + rate(cells, corner) - old;
          next.push({ cells: before.cells, score, corner, turns, before });
        }
        turnBlock(cells, layout, corner);
      }
    }
    next.sort((a, b) => b.score - a.score);
    beam = [];
    for (const { score, corner, turns, before } of next) {
      if (beam.length === width) break;
      const cells = before?.cells.slice() ?? start.slice();
      for (let turn = 0; turn < turns; turn++) turnBlock(cells, layout, corner);
      const key = toKey(cells);
      if (seen.has(key)) continue;
      seen.add(key);
      beam.push({ cells, score, corner, turns, before });
    }
  }
  return undefined;
}

function toKey(cells: Int32Array): string {
  return String.fromCharCode(...cells);
}

function trace(state: State): Move[] {
  const moves: Move[] = [];
  for (let at = state; at.before !== null; at = at.before) moves.push([at.corner, at.turns]);
  return moves.reverse();
}

/**
 * What a block and the cells around it are worth: 1 for each two neighbours, one of them in the block,
 * that are neighbours in the goal, too, and a quarter for each cell of the block that is right.
 */
function createRating({ N, M, K }: Layout, goal: Int32Array) {
  const size = goal.length;
  const areNeighbours = new Uint8Array(size * size);
  const join = (cell: number, other: number) => {
    areNeighbours[goal[cell] * size + goal[other]] = 1;
    areNeighbours[goal[other] * size + goal[cell]] = 1;
  };
  for (let cell = 0; cell < size; cell++) {
    if (cell % M < M - 1) join(cell, cell + 1);
    if (cell + M < size) join(cell, cell + M);
  }
  return (cells: Int32Array, [row, column]: Corner): number => {
    let worth = 0;
    for (let i = row; i < row + K; i++) {
      for (let j = column; j < column + K; j++) {
        const cell = i * M + j;
        if (cells[cell] === goal[cell]) worth += 1 / 4;
        // Each pair once: to the right and below, and to the left and above at the block's border.
        if (j + 1 < M) worth += areNeighbours[cells[cell] * size + cells[cell + 1]];
        if (i + 1 < N) worth += areNeighbours[cells[cell] * size + cells[cell + M]];
        if (j === column && j > 0) worth += areNeighbours[cells[cell] * size + cells[cell - 1]];
        if (i === row && i > 0) worth += areNeighbours[cells[cell] * size + cells[cell - M]];
      }
    }
    return worth;
  };
}

/** Breadth first from both ends, by single turns, up to so many steps in all. */
function meet(
  layout: Layout,
  start: Int32Array,
  goal: Int32Array,
  steps: number,
): Corner[] | undefined {
  const corners = listCorners(layout);
  const sides = [start, goal].map((cells) => ({
    known: new Map<string, Corner[]>([[toKey(cells), []]]),
    front: [{ cells, way: [] as Corner[] }],
  }));
  for (let step = 0; step < steps; step++) {
    const side = step % 2;
    const { known, front } = sides[side];
    const other = sides[1 - side].known;
    const next: { cells: Int32Array; way: Corner[] }[] = [];
    for (const { cells, way } of front) {
      for (const corner of corners) {
        const turned = cells.slice();
        // From the goal back, a turn is taken back: three more of them.
        for (let turn = 0; turn < (side === 0 ? 1 : 3); turn++) turnBlock(turned, layout, corner);
        const key = toKey(turned);
        if (known.has(key)) continue;
        const on = [...way, corner];
        const met = other.get(key);
        if (met !== undefined) {
          return side === 0 ? [...on, ...met.toReversed()] : [...met, ...on.toReversed()];
        }
        known.set(key, on);
        next.push({ cells: turned, way: on });
      }
    }
    sides[side].front = next;
  }
  return undefined;
}
