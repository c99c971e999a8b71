import { sum } from "../numbers/sums.ts";
import { ORTHOGONAL_STEPS } from "./moves.ts";
import { ProfileStates } from "./profile-states.ts";

type Costs = readonly (readonly number[])[];
type Cell = [row: number, column: number];

const ROUNDS = 600;
/** Of the mean cost, by how much a round changes a price at first, and how that shrinks. */
const FIRST_STEP = 0.05;
const STEP_FACTOR = 0.99;
/** Prices are multiples of a power of 2, so that sums and differences of them are exact. */
const GRAINS = 64;
/** Of the mean cost, the first limit of the excess, and how the limit rises. */
const FIRST_LIMIT = 0.1;
const LIMIT_FACTOR = 1.3;

/**
 * Cells of least total cost so that each cell is chosen or shares a side with a chosen one, row by
 * row; costs are positive integers, and either rows or columns are at most 31.
 *
 * Each cell is given a price for being dominated, by subgradient steps on the Lagrangian bound
 * L = Σ prices + Σ min(0, rest), where the rest of a cell is its cost less the prices of all that it
 * dominates. A dominating set costs L and an excess: the rests above 0 of chosen cells, those below
 * 0 of others, and the price for each further time that a cell is dominated. Cell by cell, dynamic
 * programming over a broken profile keeps which of the last cells are chosen and which are open;
 * states whose excess passes a limit are dropped, and the limit rises until a dominating set
 * survives, the lightest one. Exact; exponential in the shorter side at worst.
 */
export function lightestDominatingCells(costs: Costs): Cell[] {
  if (costs[0].length > costs.length) {
    const turned = costs[0].map((_, column) => costs.map((row) => row[column]));
    const cells = lightestDominatingCells(turned).map(([row, column]): Cell => [column, row]);
    return cells.sort(([a, b], [c, d]) => a - c || b - d);
  }
  const width = costs[0].length;
  const flat = costs.flat();
  const covers = flat.map((_, cell) => dominatedBy(cell, costs.length, width));
  const prices = findPrices(flat, covers);
  const rests = flat.map((cost, cell) => cost - sum(covers[cell].map((other) => prices[other])));
  let limit = (FIRST_LIMIT * sum(flat)) / flat.length;
  for (;;) {
    const chosen = search(rests, prices, width, limit);
    if (chosen !== undefined) {
      return chosen.map((cell) => [Math.floor(cell / width), cell % width]);
    }
    limit *= LIMIT_FACTOR;
  }
}

/** The cell, and those that share a side with it. */
function dominatedBy(cell: number, height: number, width: number): number[] {
  const [row, column] = [Math.floor(cell / width), cell % width];
  const around = ORTHOGONAL_STEPS.map(([down, right]) => [row + down, column + right]).filter(
    ([i, j]) => i >= 0 && i < height && j >= 0 && j < width,
  );
  return [cell, ...around.map(([i, j]) => i * width + j)];
}

/** Prices with a high Lagrangian bound; any prices are right, but low bounds take long. */
function findPrices(costs: readonly number[], covers: readonly (readonly number[])[]): number[] {
  let prices = covers.map((cells) => Math.min(...cells.map((at) => costs[at] / covers[at].length)));
  let best = { bound: Number.NEGATIVE_INFINITY, prices };
  let step = (FIRST_STEP * sum(costs)) / costs.length;
  for (let round = 0; round < ROUNDS; round++) {
    let bound = 0;
    const open = new Int8Array(costs.length).fill(1);
    for (let cell = 0; cell < costs.length; cell++) {
      bound += prices[cell];
      let rest = costs[cell];
      for (const other of covers[cell]) rest -= prices[other];
      if (rest >= 0) continue;
      bound += rest;
      for (const other of covers[cell]) open[other]--;
    }
    if (bound > best.bound) best = { bound, prices };
    prices = prices.map((price, cell) => Math.max(0, price + step * open[cell]));
    step *= STEP_FACTOR;
  }
  return best.prices.map((price) => Math.round(GRAINS * price) / GRAINS);
}

/** The chosen cells of least excess, at most the limit; undefined if there are none. */
function search(
  rests: readonly number[],
  prices: readonly number[],
  width: number,
  limit: number,
): number[] | undefined {
  let states = ProfileStates.start();
  const traces: Int32Array[] = [];
  for (const [cell, rest] of rests.entries()) {
    const next = new ProfileStates(2 * states.count, limit);
    const up = cell >= width ? 1 << (cell % width) : 0;
    const left = cell % width > 0 ? 1 << ((cell % width) - 1) : 0;
    const own = 1 << (cell % width);
    for (let at = 0; at < states.count; at++) {
      const [chosen, open, excess] = [states.chosen[at], states.open[at], states.excess[at]];
      const times = ((chosen & up) === 0 ? 0 : 1) + ((chosen & left) === 0 ? 0 : 1);
      if ((open & up) === 0) {
        const again = times === 2 ? prices[cell] : 0;
        const stillOpen = times === 0 ? open | own : open & ~own;
        next.add(chosen & ~own, stillOpen, excess + Math.max(0, -rest) + again, 2 * at);
      }
      let raised = excess + Math.max(0, rest) + times * prices[cell];
      if (up !== 0 && (open & up) === 0) raised += prices[cell - width];
      if (left !== 0 && (open & left) === 0) raised += prices[cell - 1];
      next.add(chosen | own, open & ~own & ~left, raised, 2 * at + 1);
    }
    traces.push(next.origin.slice(0, next.count));
    states = next;
  }
  let best = -1;
  for (let at = 0; at < states.count; at++) {
    if (states.open[at] !== 0) continue;
    if (best === -1 || states.excess[at] < states.excess[best]) best = at;
  }
  if (best === -1) return undefined;
  const cells: number[] = [];
  for (let cell = rests.length - 1; cell >= 0; cell--) {
    const origin = traces[cell][best];
    if (origin % 2 === 1) cells.push(cell);
    best = origin >> 1;
  }
  return cells.reverse();
}
