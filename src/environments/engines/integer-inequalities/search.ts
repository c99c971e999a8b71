import { leastPoint } from "../../toolkit/numbers/least-point.ts";
import { Random } from "../../toolkit/random/random.ts";

/** Of each row, the sum of coefficient times integer is to be at least its result. */
export interface System {
  readonly inequations: readonly (readonly number[])[];
  readonly results: readonly number[];
}

/** The left side of a row: the sum of coefficient times integer. */
export function valueAt(x: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, coefficient, i) => sum + coefficient * x[i], 0);
}

/** How many of the inequalities hold. */
export function countHolding(x: readonly number[], { inequations, results }: System): number {
  return inequations.filter((row, k) => valueAt(x, row) >= results[k]).length;
}

/**
 * Integers that satisfy all inequalities of a system that has a solution with −N ≤ x[i] ≤ N for its N
 * integers. Exponential at worst; a second or so for 23 integers.
 */
export function findIntegers(system: System): number[] {
  return findAlongDirection(system) ?? findInBox(system);
}

/** How often a direction is corrected before there seems to be none. */
const CORRECTIONS = 20_000;

/**
 * A solution far out in a direction along which all left sides grow, if one is found: each row
 * along which one does not is added to it (Rosenblatt's perceptron, 1958). Most systems have one.
 */
function findAlongDirection({ inequations, results }: System): number[] | undefined {
  const direction = inequations[0].map(() => 0);
  for (let correction = 0; correction < CORRECTIONS; correction++) {
    const row = inequations.find((other) => valueAt(direction, other) <= 0);
    if (row === undefined) {
      const distance = Math.max(1, ...results);
      return direction.map((value) => value * distance);
    }
    for (const [i, coefficient] of row.entries()) direction[i] += coefficient;
  }
  return undefined;
}

/** Nodes after which the search starts again with another objective, and how that grows. */
const FIRST_BUDGET = 500;
const BUDGET_GROWTH = 1.5;

/**
 * A solution with −N ≤ x[i] ≤ N: branch and bound. A vertex of the relaxation for a random
 * objective is rounded; if that is no solution, the search goes on at either side of its most
 * fractional value, the nearer one first.
 */
function findInBox(system: System): number[] {
  const N = system.inequations[0].length;
  const random = new Random("integer inequalities");
  for (let budget = FIRST_BUDGET; ; budget *= BUDGET_GROWTH) {
    const costs = Array.from({ length: N }, () => random.real(1, 2));
    // Half of the variables are mirrored, so that objectives of all directions occur.
    const signs = Array.from({ length: N }, () => random.choice([-1, 1]));
    const mirrored = {
      inequations: system.inequations.map((row) => row.map((value, i) => value * signs[i])),
      results: system.results,
    };
    const found = branch(mirrored, costs, budget);
    if (found !== undefined) return found.map((value, i) => value * signs[i] + 0);
  }
}

/** A solution, undefined if none is found at so many nodes. */
function branch(system: System, costs: readonly number[], budget: number): number[] | undefined {
  const N = costs.length;
  const open = [{ low: costs.map(() => -N), high: costs.map(() => N) }];
  for (let node = 0; node < budget; node++) {
    const box = open.pop();
    if (box === undefined) return undefined;
    const point = relaxed(system, box.low, box.high, costs);
    if (point === undefined) continue;
    const rounded = point.map((value) => Math.round(value));
    if (countHolding(rounded, system) === system.results.length) return rounded;
    const distances = point.map((value, i) =>
      box.low[i] < box.high[i] ? Math.abs(value - rounded[i]) : -1,
    );
    const i = distances.indexOf(Math.max(...distances));
    if (distances[i] === -1) continue;
    const cut = Math.min(Math.floor(point[i] + 1e-7), box.high[i] - 1);
    const below = { low: box.low, high: box.high.with(i, cut) };
    const above = { low: box.low.with(i, cut + 1), high: box.high };
    open.push(...(point[i] - cut < 0.5 ? [above, below] : [below, above]));
  }
  return undefined;
}

/** The cheapest point within bounds, integers or not, that satisfies all inequalities. */
function relaxed(
  { inequations, results }: System,
  low: readonly number[],
  high: readonly number[],
  costs: readonly number[],
): number[] | undefined {
  const rows = inequations.map((row) => row.map((value) => -value));
  const bounds = inequations.map((row, k) => valueAt(low, row) - results[k]);
  for (const [i, bound] of high.entries()) {
    rows.push(costs.map((_, other) => (other === i ? 1 : 0)));
    bounds.push(bound - low[i]);
  }
  return leastPoint(rows, bounds, costs)?.map((value, i) => value + low[i]);
}
